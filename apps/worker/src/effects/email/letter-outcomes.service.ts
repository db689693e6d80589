import { addressKey, say } from '@app/contracts';
import { addressMarks, Contact, databaseNow, FollowUp, ledger, outbox } from '@app/database';
import { isOccupied, recordSent, sentence, WaitingRows, whyOf } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { Claims, type Claim } from './claims.service.js';
import { settle, type Settlement, settleLate } from './letter-outcome.policy.js';
import { ownTries } from './mail-accounts.queries.js';
import { MailAccounts } from './mail-accounts.service.js';
import type { MailOutcome } from './mailer.js';

/** Writes down what became of a letter, where it is still this worker's to say. */
@Injectable()
export class LetterOutcomes {
  constructor(
    private readonly ids: Ids,
    private readonly claims: Claims,
    private readonly rows: WaitingRows,
    private readonly accounts: MailAccounts,
  ) {}

  /** In the candidate's turn, so that nobody takes a place meanwhile. */
  async record(tx: EntityManager, claim: Claim, outcome: Exclude<MailOutcome, { kind: 'stopped' }>): Promise<void> {
    const tries = (await ownTries(tx, [claim.id])).get(claim.id) ?? 1;
    const answered = settle(outcome, tries);
    const said = answered.state === 'held' ? 'mailbox_refused' : answered.state;
    const row = await this.claims.end(tx, claim, said, sentence(answered.why, 'en'));
    if (!row || (row.state === 'unconfirmed' && answered.state === 'unconfirmed')) return;
    const isLate = row.state === 'unconfirmed';
    const settlement = settleLate(answered, isLate && (await isOccupied(tx, row)));
    if (answered.state === 'sent') await this.accounts.accepted(tx, row);
    else await this.accounts.endTry(tx, row);
    if (answered.state === 'held') {
      await this.accounts.refused(tx, [row], {
        to: claim.envelope.to,
        why: answered.why,
        of: answered.of,
      });
    }
    if (settlement.state === 'held') {
      await this.rows.holdRefused(tx, row, settlement.why);
      if (isLate) await this.rows.ofGaps(tx, row.candidateId);
      return;
    }
    const now = await databaseNow(tx);
    await this.write(tx, row, settlement, now);
    await ledger.write(tx, row, { by: 'sender', what: say(settlement.state), why: settlement.why });
    if (isLate && settlement.state !== 'sent') await this.rows.ofGaps(tx, row.candidateId);
    switch (settlement.state) {
      case 'sent':
        return recordSent(tx, this.ids, row, now);
      case 'failed':
        return this.failed(tx, row, claim, settlement, now);
      case 'unconfirmed': {
        const data = { ...ledger.factOf(row), ...whyOf(settlement.why) };
        await outbox.append(tx, this.ids, { candidateId: row.candidateId, type: 'follow_up.unconfirmed.v1', data });
        return;
      }
      case 'retrying':
        return;
    }
  }

  private async write(
    tx: EntityManager,
    row: FollowUp,
    settlement: Exclude<Settlement, { state: 'held' }>,
    now: Date,
  ): Promise<void> {
    const due =
      settlement.state === 'retrying' ? new Date(now.getTime() + settlement.afterMinutes * 60_000) : row.dueAt;
    await tx.update(
      FollowUp,
      { id: row.id },
      {
        state: settlement.state,
        dueAt: due,
        sentAt: settlement.state === 'sent' ? now : null,
        leaseToken: null,
        leaseUntil: null,
        phase: null,
        heldWhy: null,
        heldUntil: null,
        ...(settlement.state === 'failed' && {
          endedBy: 'sender',
          endedWhy: settlement.endedWhy,
        }),
        updatedAt: now,
      },
    );
  }

  private async failed(
    tx: EntityManager,
    row: FollowUp,
    { envelope }: Claim,
    { why, endedWhy }: Extract<Settlement, { state: 'failed' }>,
    now: Date,
  ): Promise<void> {
    const { candidateId } = row;
    await outbox.append(tx, this.ids, {
      candidateId,
      type: 'follow_up.failed.v1',
      data: { ...ledger.factOf(row), ...whyOf(why) },
    });
    if (endedWhy !== 'address_bounced') return;
    const emailKey = addressKey(envelope.to);
    await addressMarks.put(tx, candidateId, [emailKey], 'dead');
    // Whoever is there by now: who it went to may have another address, which nobody refused.
    const there = { emailKey, deletedAt: IsNull(), bouncedAt: IsNull() };
    const contact = await tx.findOne(Contact, {
      where: { candidateId, ...there },
      lock: { mode: 'for_no_key_update' },
    });
    if (contact === null) return;
    await tx.update(Contact, { id: contact.id }, { bouncedAt: now });
    const data = { contactId: contact.id, ...whyOf(why) };
    await outbox.append(tx, this.ids, { candidateId, type: 'contact.bounced.v1', data });
  }
}
