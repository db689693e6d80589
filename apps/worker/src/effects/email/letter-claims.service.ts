import { and, say } from '@app/contracts';
import { candidateWithSettings, Contact, databaseNow, FollowUp, frozenLetters, ledger, outbox } from '@app/database';
import {
  change,
  lapsesAt,
  NO_HOLD,
  NO_LEASE,
  reasonsNow,
  reconsider,
  sentence,
  WaitingRows,
  whyOf,
} from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { endNotMade, notMade } from '../not-made.js';
import { Claims, type Claim } from './claims.service.js';
import { LetterFreezer } from './letter-freezer.service.js';
import { letterTurn } from './letter-turn.policy.js';
import { MailAccounts } from './mail-accounts.service.js';
import { turnFacts } from './letter-turn.queries.js';
import { Sender } from '../../sender.js';

/** Decides, on the database's clock and under its locks, whether this letter goes now, and freezes it if so. */
@Injectable()
export class LetterClaims {
  constructor(
    private readonly ids: Ids,
    private readonly claims: Claims,
    private readonly freezer: LetterFreezer,
    private readonly rows: WaitingRows,
    private readonly sender: Sender,
    private readonly accounts: MailAccounts,
  ) {}

  /** In the candidate's turn. */
  async claim(tx: EntityManager, id: string): Promise<Claim | null> {
    const row = await this.claims.lock(tx, id);
    const now = await databaseNow(tx);
    if (!row || !(await this.isTurnOf(tx, row, now))) return null;
    const isTry = await this.accounts.takeTry(tx, row);
    const claim = isTry && (await this.waitsForWindow(tx, row, now)) ? null : await this.claimNow(tx, row, now);
    if (isTry && claim === null) await this.accounts.giveTryBack(tx, row);
    return claim;
  }

  private async claimNow(tx: EntityManager, row: FollowUp, now: Date): Promise<Claim | null> {
    const { id, candidateId } = row;
    if (!(await this.mayGo(tx, row))) return null;
    // What was held for a time goes on at once only where its own time has come as well.
    const standing = await tx.findOneByOrFail(FollowUp, { id });
    if (standing.state !== 'sending' && standing.dueAt > now) return null;
    const { settings } = await candidateWithSettings(tx, candidateId);
    const turn = letterTurn(await turnFacts(tx, standing, { settings, now }));
    if (turn.kind === 'go') return this.take(tx, standing, now);
    const queuedSince = turn.queued ? (standing.queuedSince ?? standing.dueAt) : null;
    await change(tx, standing, { ...NO_LEASE, ...NO_HOLD, state: 'waiting', dueAt: turn.dueAt, queuedSince });
    const what = say('moved_to', { at: turn.dueAt.toISOString() });
    await ledger.write(tx, standing, { by: 'sender', what, why: turn.why });
    return null;
  }

  /** The point of no return, in the candidate's turn: asks for reasons a last time, then commits `phase = data` under the lease. */
  async enterData(tx: EntityManager, claim: Claim): Promise<boolean> {
    await this.lockFacts(tx, claim.id);
    const row = await tx.findOne(FollowUp, { where: { id: claim.id }, lock: { mode: 'pessimistic_write' } });
    if (!row || row.leaseToken !== claim.token || row.state !== 'sending') return false;
    if (!(await this.mayGo(tx, row))) return false;
    if (await this.isFor(tx, row, claim)) return this.claims.enterData(tx, claim);
    await change(tx, row, { ...NO_LEASE, state: 'waiting' });
    await frozenLetters.forget(tx, row.id);
    await ledger.write(tx, row, { by: 'sender', what: say('put_back'), why: say('their_address_changed') });
    return false;
  }

  /** A letter with which a server is tried that refused us stays held until it is its turn. */
  private async waitsForWindow(tx: EntityManager, row: FollowUp, now: Date): Promise<boolean> {
    if (row.state !== 'held') return false;
    const standing = (await reasonsNow(tx, [row], this.sender.mail)).get(row.id)!;
    if (standing.length > 0) return false;
    const { settings } = await candidateWithSettings(tx, row.candidateId);
    const turn = letterTurn(await turnFacts(tx, row, { settings, now }));
    if (turn.kind === 'go') return false;
    await change(tx, row, { dueAt: turn.dueAt });
    const why = and(turn.why, say('now_due', { dueAt: turn.dueAt.toISOString() }));
    await ledger.write(tx, row, { by: 'sender', what: say('moved'), why });
    return true;
  }

  /** Nothing speaks against it; else it is brought to what does. */
  private async mayGo(tx: EntityManager, row: FollowUp): Promise<boolean> {
    const reasons = (await reasonsNow(tx, [row], this.sender.mail)).get(row.id)!;
    // A sender's row is judged like a waiting one: it is not handed over, so it may be held or asked about once more.
    const standing = row.state === 'held' ? row : { ...row, state: 'waiting' as const };
    const { kind } = reconsider(standing, reasons);
    if (kind === 'keep') return standing.state === 'waiting' || this.staysHeld(tx, row);
    await this.rows.applyAtTurn(tx, row, reasons, standing);
    return kind === 'release';
  }

  /** The candidate chose a later moment since, so it is looked at again when that has passed. */
  private async staysHeld(tx: EntityManager, row: FollowUp): Promise<false> {
    const { settings } = await candidateWithSettings(tx, row.candidateId);
    await change(tx, row, { lapsesAt: lapsesAt(row, settings) });
    return false;
  }

  /** Whoever is writing a reason to stop at this moment comes first, or after, never unseen beside it: in the order that every command keeps. */
  private async lockFacts(tx: EntityManager, id: string): Promise<void> {
    const of = (table: string, which: string) =>
      tx.query(`select 1 from ${table} where id = (${which}) for share`, [id]);
    const application = 'select application_id from follow_ups where id = $1';
    await of('applications', application);
    await of('contacts', 'select contact_id from follow_ups where id = $1');
    await of('vacancies', `select vacancy_id from applications where id = (${application})`);
  }

  /** The same person at the same address as when it was frozen. */
  private async isFor(tx: EntityManager, { contactId }: FollowUp, { envelope }: Claim): Promise<boolean> {
    return tx.existsBy(Contact, { id: contactId!, email: envelope.to });
  }

  private async take(tx: EntityManager, row: FollowUp, now: Date): Promise<Claim | null> {
    try {
      return await this.claims.take(tx, row, await this.freezer.freeze(tx, row, now));
    } catch (error) {
      await endNotMade(tx, this.ids, row, notMade(error));
      return null;
    }
  }

  private async isTurnOf(tx: EntityManager, row: FollowUp, now: Date): Promise<boolean> {
    if (row.sample) return false;
    if (row.state === 'waiting' || row.state === 'retrying') return row.dueAt <= now;
    if (row.state === 'held' && row.heldWhy === 'mailbox_refused') return true;
    if (row.state === 'held') return isPast(row.heldUntil, now) || (row.lapsesAt !== null && row.lapsesAt < now);
    if (row.state !== 'sending' || row.leaseUntil === null || row.leaseUntil >= now) return false;
    if (row.phase !== 'data') return true;
    await this.parkUnconfirmed(tx, row);
    return false;
  }

  /** Its sender is gone and the server may have taken it: never silently sent again. */
  private async parkUnconfirmed(tx: EntityManager, row: FollowUp): Promise<void> {
    const why = say('sender_went_away');
    await change(tx, row, { ...NO_LEASE, state: 'unconfirmed' });
    await tx.query(
      `update follow_up_attempts set ended_at = clock_timestamp(), outcome = 'unconfirmed', reply = $3
       where follow_up_id = $1 and attempt = $2`,
      [row.id, row.attempt, sentence(why, 'en')],
    );
    await ledger.write(tx, row, { by: 'sender', what: say('unconfirmed'), why });
    const data = { ...ledger.factOf(row), ...whyOf(why) };
    await outbox.append(tx, this.ids, { candidateId: row.candidateId, type: 'follow_up.unconfirmed.v1', data });
  }
}

const isPast = (at: Date | null, now: Date): boolean => at !== null && at <= now;
