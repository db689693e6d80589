import { say, type Sentence } from '@app/contracts';
import { Contact, databaseNow, FollowUp, ledger, outbox } from '@app/database';
import { sentence, WaitingRows, whyOf } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ownTries } from '../email/mail-accounts.queries.js';
import { MailAccounts } from '../email/mail-accounts.service.js';
import type { MailOutcome } from '../email/mailer.js';
import { digestDate } from './digest.policy.js';
import type { Member, ReminderClaim } from './reminder-claim.js';
import * as mails from './reminder-mail.queries.js';
import { type ReminderSettlement, reminderSettlement } from './reminder-outcome.policy.js';

const NO_LEASE = { leaseToken: null, leaseUntil: null, phase: null };
const NOT_FROZEN = { digestId: null, mime: null, recipient: null };

const idsOf = ({ members }: mails.Claimed) => members.map(({ id }) => id);

type Answered = Exclude<MailOutcome, { kind: 'stopped' }>;

/** Writes down what became of a mail, for each reminder in it, where it is still this worker's to say. */
@Injectable()
export class ReminderOutcomes {
  constructor(
    private readonly ids: Ids,
    private readonly rows: WaitingRows,
    private readonly accounts: MailAccounts,
  ) {}

  record(tx: EntityManager, claim: ReminderClaim, outcome: Answered): Promise<void> {
    return this.settle(tx, claim, outcome, (row) => wordsOf(claim, row));
  }

  /** Their sender went away after the server may have taken the mail. */
  async inDoubt(tx: EntityManager, rows: readonly FollowUp[]): Promise<void> {
    const members = rows.filter(({ state }) => state === 'sending');
    const { candidateId, messageId, leaseToken } = members[0]!;
    const attempt = Math.min(...members.map((member) => member.attempt));
    const claim = { candidateId, members, attempt, token: leaseToken!, messageId: messageId!, isRepeat: true };
    await this.settle(tx, claim, { kind: 'unconfirmed', why: say('sender_went_away') }, () => ({}));
  }

  private async settle(
    tx: EntityManager,
    claim: Omit<ReminderClaim, 'envelope' | 'members'> & mails.Claimed,
    outcome: Answered,
    wordsAsSent: (row: FollowUp) => Partial<Member>,
  ): Promise<void> {
    const counts = await ownTries(tx, idsOf(claim));
    const tries = Math.min(...claim.members.map(({ id }) => counts.get(id) ?? 1));
    const settlement = reminderSettlement(outcome, tries);
    const { state, why } = settlement;
    await mails.endAttempts(tx, claim, state === 'held' ? 'mailbox_refused' : state, sentence(why, 'en'));
    const ours = await mails.ours(tx, claim);
    await this.tellAccount(tx, ours, settlement);
    if (settlement.state === 'held') return this.hold(tx, ours, claim, settlement.why);
    const now = await databaseNow(tx);
    const dueAt = state === 'retrying' ? new Date(now.getTime() + settlement.afterMinutes * 60_000) : null;
    // Surely not there, so each is free to go by itself or with others the next time; in doubt the same bytes go again.
    const isFree = state === 'retrying' && outcome.kind !== 'unconfirmed' && !claim.isRepeat;
    const date = digestDate(claim.messageId);
    for (const row of ours) {
      await tx.update(
        FollowUp,
        { id: row.id },
        {
          ...NO_LEASE,
          ...(isFree && NOT_FROZEN),
          ...(state === 'sent' && { sentAt: now, ...wordsAsSent(row) }),
          ...(dueAt && { dueAt }),
          state,
          updatedAt: now,
        },
      );
      const what = state === 'sent' && date ? say('sent_in_digest', { date }) : say(state);
      await ledger.write(tx, row, { by: 'sender', what, why });
      if (state === 'sent') await this.sent(tx, row);
      if (state === 'failed') {
        const data = { ...ledger.factOf(row), ...whyOf(why) };
        await outbox.append(tx, this.ids, { candidateId: row.candidateId, type: 'follow_up.failed.v1', data });
      }
      if (state !== 'retrying') await this.cooling(tx, row);
    }
  }

  /** A server that answers says whether it takes mail from us at all. */
  private async tellAccount(
    tx: EntityManager,
    rows: readonly FollowUp[],
    settlement: ReminderSettlement,
  ): Promise<void> {
    const [first] = rows;
    if (!first) return;
    if (settlement.state === 'sent') return this.accounts.accepted(tx, first);
    for (const row of rows) await this.accounts.endTry(tx, row);
    if (settlement.state !== 'held') return;
    // It is to the candidate, wherever they are by now.
    await this.accounts.refused(tx, rows, {
      why: settlement.why,
      of: settlement.of,
      to: first.candidateId,
    });
  }

  /** Free to go with others the next time, unless the same bytes may have arrived. */
  private async hold(
    tx: EntityManager,
    rows: readonly FollowUp[],
    { isRepeat }: Pick<ReminderClaim, 'isRepeat'>,
    said: Sentence,
  ): Promise<void> {
    for (const row of rows) {
      if (!isRepeat) await tx.update(FollowUp, { id: row.id }, NOT_FROZEN);
      await this.rows.holdRefused(tx, row, said);
    }
  }

  private async sent(tx: EntityManager, row: FollowUp): Promise<void> {
    const { candidateId } = row;
    const data = { ...ledger.factOf(row), messageId: row.messageId };
    await outbox.append(tx, this.ids, { candidateId, type: 'follow_up.sent.v1', data });
  }

  /** Whether or not the mail arrived: the next one is planned from this fact. */
  private async cooling(tx: EntityManager, { kind, candidateId, contactId }: FollowUp): Promise<void> {
    if (contactId === null || (kind !== 'check_in' && kind !== 'half_year')) return;
    const contact = await tx.findOneBy(Contact, { id: contactId });
    if (contact === null) return;
    const lastTouchAt = contact.lastTouchAt?.toISOString() ?? null;
    await outbox.append(tx, this.ids, { candidateId, type: 'contact.cooling.v1', data: { contactId, lastTouchAt } });
  }
}

/** What was sent is shown as it was sent. */
function wordsOf({ members }: ReminderClaim, { id }: FollowUp): Pick<Member, 'subject' | 'body'> {
  const { subject, body } = members.find((member) => member.id === id)!;
  return { subject, body };
}
