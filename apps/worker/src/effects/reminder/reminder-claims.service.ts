import type { Sentence } from '@app/contracts';
import { candidateWithSettings, Database, databaseNow, FollowUp } from '@app/database';
import { reasonsNow, WaitingRows } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Claims } from '../email/claims.service.js';
import { MailAccounts } from '../email/mail-accounts.service.js';
import { Sender } from '../../sender.js';
import { endNotMade, notMade } from '../not-made.js';
import { mayGoTogether, TOGETHER } from './digest.policy.js';
import type { ReminderClaim } from './reminder-claim.js';
import { ReminderFreezer } from './reminder-freezer.service.js';
import * as mails from './reminder-mail.queries.js';
import { ReminderOutcomes } from './reminder-outcomes.service.js';

/** Decides, in the candidate's turn, which reminders go as one mail now, and freezes it. */
@Injectable()
export class ReminderClaims {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly claims: Claims,
    private readonly freezer: ReminderFreezer,
    private readonly sender: Sender,
    private readonly outcomes: ReminderOutcomes,
    private readonly waiting: WaitingRows,
    private readonly accounts: MailAccounts,
  ) {}

  async claim(tx: EntityManager, id: string): Promise<ReminderClaim | null> {
    const row = await this.claims.lock(tx, id);
    if (!row || row.sample) return null;
    const isTry = await this.accounts.takeTry(tx, row);
    const claim = await this.claimNow(tx, await this.released(tx, row));
    if (isTry && claim === null) await this.accounts.giveTryBack(tx, row);
    return claim;
  }

  /** What waited for the server to take mail again goes on together with what waited beside it. */
  private async released(tx: EntityManager, row: FollowUp): Promise<FollowUp> {
    if (row.state !== 'held' || row.heldWhy !== 'mailbox_refused') return row;
    await this.waiting.ofMailbox(tx, row.candidateId);
    return tx.findOneByOrFail(FollowUp, { id: row.id });
  }

  private async claimNow(tx: EntityManager, row: FollowUp): Promise<ReminderClaim | null> {
    const { id, candidateId } = row;
    const now = await databaseNow(tx);
    if (!isDue(row, now)) return null;
    if (diedOfIt(row)) {
      await this.outcomes.inDoubt(tx, await mails.frozenTogether(tx, row));
      return null;
    }
    const { candidate } = await candidateWithSettings(tx, candidateId);
    const address = this.sender.addressOf(candidate);
    return (await this.again(tx, row, address, now)) ?? (await this.anew(tx, id, address, now));
  }

  /** The point of no return: all of them still here and none of them stopped; else none goes, and the rest is put back. */
  async enterData(claim: ReminderClaim): Promise<boolean> {
    return this.database.inTurn(claim.candidateId, async (tx) => {
      const rows = await mails.ours(tx, claim);
      const now = await databaseNow(tx);
      // Whoever slept past the lease decides anew, if nobody else has by then.
      if (rows.some(({ leaseUntil }) => leaseUntil! < now)) return false;
      const standing = await this.thatMayGo(tx, rows);
      if (standing.length === claim.members.length) {
        await mails.enterData(tx, claim);
        return true;
      }
      await mails.endAttempts(tx, claim, 'stopped', 'Not all of it was to go any more.');
      if (rows[0]) await mails.putBack(tx, await mails.frozenTogether(tx, rows[0]));
      return false;
    });
  }

  async renew(claim: ReminderClaim): Promise<void> {
    await this.database.asCandidate(claim.candidateId, (tx) => mails.renew(tx, claim));
  }

  /**
   * What was frozen before goes again as it is, as long as all that is in it still is to go to the same address; else it is
   * taken apart, so that what is left can be frozen anew.
   */
  private async again(
    tx: EntityManager,
    row: FollowUp,
    address: string | null,
    now: Date,
  ): Promise<ReminderClaim | null> {
    const rows = await mails.frozenTogether(tx, row);
    const message = rows.find(({ mime }) => mime !== null);
    if (!message && row.digestId === null) return null;
    const due = rows.filter((member) => isDue(member, now));
    const standing = await this.thatMayGo(tx, due);
    const words = await this.freezer.wordsOf(tx, rows).catch(() => null);
    if (
      words &&
      address !== null &&
      message?.mime &&
      message.messageId &&
      message.recipient === address &&
      standing.length === rows.length
    ) {
      const { mime, messageId } = message;
      const led = [message, ...rows.filter((member) => member !== message)];
      return mails.take(tx, { rows: led, words, messageId, mime, address, isRepeat: true });
    }
    await mails.putBack(tx, rows);
    return null;
  }

  private async anew(tx: EntityManager, id: string, address: string | null, now: Date): Promise<ReminderClaim | null> {
    const row = await tx.findOneByOrFail(FollowUp, { id });
    if (!isDue(row, now) || !(await this.thatMayGo(tx, [row]))[0] || address === null) return null;
    const others = mayGoTogether(row.kind) ? await mails.dueAndFree(tx, row, TOGETHER, now) : [];
    const company = await this.thatMayGo(
      tx,
      others.filter((other) => other.id !== id),
    );
    const rows = [row, ...company].sort((a, b) => Number(a.dueAt) - Number(b.dueAt));
    try {
      return await this.freeze(tx, rows, address, now);
    } catch (error) {
      const why = notMade(error);
      if (rows.length === 1) return this.endNotMade(tx, row, why);
    }
    // One of them cannot be made, and says so when it is its turn; until then this one goes by itself.
    return this.freeze(tx, [row], address, now).catch((error: unknown) => this.endNotMade(tx, row, notMade(error)));
  }

  private async freeze(tx: EntityManager, rows: FollowUp[], address: string, now: Date): Promise<ReminderClaim> {
    const words = await this.freezer.wordsOf(tx, rows);
    const frozen = await this.freezer.freeze(tx, rows, words, { address, now });
    return mails.take(tx, { rows, words, ...frozen, address, isRepeat: false });
  }

  private async endNotMade(tx: EntityManager, row: FollowUp, why: Sentence): Promise<null> {
    await endNotMade(tx, this.ids, row, why);
    return null;
  }

  /** Those that must not go any more, or must wait, are brought to that, each for its own reason. */
  private async thatMayGo(tx: EntityManager, rows: readonly FollowUp[]): Promise<FollowUp[]> {
    const reasons = await reasonsNow(tx, rows, this.sender.mail);
    const standing = rows.filter(({ id }) => reasons.get(id)!.length === 0);
    for (const row of rows.filter((one) => !standing.includes(one))) {
      await this.waiting.applyAtTurn(tx, row, reasons.get(row.id)!, { ...row, state: 'waiting' });
    }
    return standing;
  }
}

function isDue(row: FollowUp, now: Date): boolean {
  if (row.state === 'waiting' || row.state === 'retrying') return row.dueAt <= now;
  return row.state === 'sending' && row.leaseUntil !== null && row.leaseUntil < now;
}

/** The first time it goes again at once; a mail whose senders keep dying after the server has it waits like any other in doubt. */
function diedOfIt({ state, phase, attempt }: FollowUp): boolean {
  return state === 'sending' && phase === 'data' && attempt > 1;
}
