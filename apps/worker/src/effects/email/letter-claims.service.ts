import { type Candidate, candidateWithSettings, databaseNow, FollowUp, ledger, outbox } from '@app/database';
import { STOP_TEXT } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cancel } from '../../follow-up/planning.queries.js';
import { endNotMade } from '../not-made.js';
import { Claims, type Claim } from './claims.service.js';
import { LetterFreezer } from './letter-freezer.service.js';
import { letterTurn, type Turn } from './letter-turn.policy.js';
import { turnFacts } from './letter-turn.queries.js';

const NO_HOLD = { heldWhy: null, heldUntil: null };

/** Decides, on the database's clock and under its locks, whether this letter goes now, and freezes it if so. */
@Injectable()
export class LetterClaims {
  constructor(
    private readonly ids: Ids,
    private readonly claims: Claims,
    private readonly freezer: LetterFreezer,
  ) {}

  /** In the candidate's turn. */
  async claim(tx: EntityManager, candidateId: string, id: string): Promise<Claim | null> {
    const row = await this.claims.lock(tx, id);
    const now = await databaseNow(tx);
    if (!row || !(await this.isDue(tx, row, now))) return null;

    const { candidate, settings } = await candidateWithSettings(tx, candidateId);
    const facts = await turnFacts(tx, row, { settings, now, senderLack: this.freezer.senderLack(candidate) });
    if (!facts) {
      await cancel(tx, this.ids, row, { by: 'stop_rule', why: STOP_TEXT.no_address });
      return null;
    }
    const turn = letterTurn(facts);
    switch (turn.kind) {
      case 'go':
        return this.take(tx, row, candidate, now);
      case 'stop':
        await cancel(tx, this.ids, row, { by: 'stop_rule', why: turn.why });
        return null;
      case 'hold':
        await this.hold(tx, row, turn);
        return null;
      case 'wait':
        await this.release(tx, row, {
          ...NO_HOLD,
          state: 'waiting',
          dueAt: turn.dueAt,
          queuedSince: turn.queued ? (row.queuedSince ?? row.dueAt) : null,
        });
        await ledger.write(tx, row, { by: 'sender', what: `moved to ${turn.dueAt.toISOString()}`, why: turn.why });
        return null;
    }
  }

  /** The point of no return, in the candidate's turn: asks the stop rules a last time, then commits `phase = data` under the lease. */
  async enterData(tx: EntityManager, claim: Claim): Promise<boolean> {
    await this.awaitFacts(tx, claim.id);
    const row = await tx.findOne(FollowUp, { where: { id: claim.id }, lock: { mode: 'pessimistic_write' } });
    if (!row || row.leaseToken !== claim.token || row.state !== 'sending') return false;
    const { candidate, settings } = await candidateWithSettings(tx, claim.candidateId);
    const now = await databaseNow(tx);
    const facts = await turnFacts(
      tx,
      { ...row, atOnce: true },
      { settings, now, senderLack: this.freezer.senderLack(candidate) },
    );
    const turn = facts && letterTurn({ ...facts, sentToday: 0 });
    if (turn?.kind === 'go') return this.claims.enterData(tx, claim);
    const why = turn && 'why' in turn ? turn.why : STOP_TEXT.no_address;
    if (turn?.kind === 'hold') await this.hold(tx, row, turn);
    else await cancel(tx, this.ids, row, { by: 'stop_rule', why });
    return false;
  }

  /** Whoever is writing a reason to stop at this moment comes first, or after: never unseen beside it. */
  private async awaitFacts(tx: EntityManager, id: string): Promise<void> {
    const of = (table: string, column: string) =>
      `select 1 from ${table} where id = (select ${column} from follow_ups where id = $1) for share`;
    await tx.query(of('applications', 'application_id'), [id]);
    await tx.query(of('contacts', 'contact_id'), [id]);
  }

  private async take(tx: EntityManager, row: FollowUp, candidate: Candidate, now: Date): Promise<Claim | null> {
    try {
      return await this.claims.take(tx, row, await this.freezer.freeze(tx, row, candidate, now));
    } catch (error) {
      await endNotMade(tx, this.ids, row, error);
      return null;
    }
  }

  private async isDue(tx: EntityManager, row: FollowUp, now: Date): Promise<boolean> {
    if (row.state === 'waiting' || row.state === 'retrying') return row.dueAt <= now;
    if (row.state === 'held') return this.isHoldOver(tx, row, now);
    if (row.state !== 'sending' || row.leaseUntil === null || row.leaseUntil >= now) return false;
    if (row.phase !== 'data') return true;
    await this.parkUnconfirmed(tx, row);
    return false;
  }

  /** It waits again, and goes on at once only where its own time has come as well. */
  private async isHoldOver(tx: EntityManager, row: FollowUp, now: Date): Promise<boolean> {
    if (row.heldUntil === null || row.heldUntil > now) return false;
    await this.release(tx, row, { ...NO_HOLD, state: 'waiting' });
    await ledger.write(tx, row, { by: 'clock', what: 'resumed', why: 'The time it was held for is over.' });
    return row.dueAt <= now;
  }

  private async hold(tx: EntityManager, row: FollowUp, turn: Extract<Turn, { kind: 'hold' }>): Promise<void> {
    // What was to go at once has waited for days when a gap is over: by then it goes in the window again.
    const hurry = turn.heldWhy === 'contact_gap' ? { atOnce: false } : {};
    const held = { state: 'held', heldWhy: turn.heldWhy, heldUntil: turn.until, queuedSince: null } as const;
    await this.release(tx, row, { ...held, ...hurry });
    await ledger.write(tx, row, { by: 'sender', what: 'held', why: turn.why });
  }

  /** Its sender is gone and the server may have taken it: never silently sent again. */
  private async parkUnconfirmed(tx: EntityManager, row: FollowUp): Promise<void> {
    const why = 'The sender went away after the server began to read; it may have been delivered.';
    await this.release(tx, row, { state: 'unconfirmed' });
    await tx.query(
      `update follow_up_attempts set ended_at = clock_timestamp(), outcome = 'unconfirmed', reply = $3
       where follow_up_id = $1 and attempt = $2`,
      [row.id, row.attempt, why],
    );
    await ledger.write(tx, row, { by: 'sender', what: 'unconfirmed', why });
    const data = { ...ledger.factOf(row), why };
    await outbox.append(tx, this.ids, { candidateId: row.candidateId, type: 'follow_up.unconfirmed.v1', data });
  }

  private async release(tx: EntityManager, row: FollowUp, change: Partial<FollowUp>): Promise<void> {
    const lease = { leaseToken: null, leaseUntil: null, phase: null };
    await tx.update(FollowUp, { id: row.id }, { ...lease, ...change, updatedAt: () => 'now()' } as never);
  }
}
