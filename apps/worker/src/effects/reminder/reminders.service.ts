import type { Hint, ReminderKind } from '@app/contracts';
import {
  Application,
  candidateWithSettings,
  Contact,
  Database,
  databaseNow,
  FollowUp,
  ledger,
  lockCandidate,
  outbox,
} from '@app/database';
import { hasAcceptedOffer, reminderStop, STOP_TEXT, textsOf, type StopWhy } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeepWarm } from '../../follow-up/keep-warm.service.js';
import { cancel } from '../../follow-up/planning.queries.js';
import { Claims, type Claim } from '../email/claims.service.js';
import { composeMime, htmlFromText } from '../email/letter-mime.js';
import { Mailer } from '../email/mailer.js';
import { Sender } from '../email/sender.js';
import { whileLeased } from '../lease.js';
import { reminderSettlement, type ReminderSettlement } from './reminder-outcome.policy.js';

const NO_LEASE = { leaseToken: null, leaseUntil: null, phase: null };

/** Brings a reminder to the candidate by mail. At least once: a doubtful one is sent again with the same Message-ID. */
@Injectable()
export class Reminders {
  constructor(
    private readonly database: Database,
    private readonly claims: Claims,
    private readonly mailer: Mailer,
    private readonly sender: Sender,
    private readonly keepWarm: KeepWarm,
    private readonly ids: Ids,
  ) {}

  async handle({ id, candidateId }: Hint): Promise<void> {
    const claim = await this.database.asCandidate(candidateId, (tx) => this.claim(tx, candidateId, id));
    if (!claim) return;
    const outcome = await whileLeased(
      () => this.claims.renew(claim),
      () =>
        this.mailer.send(claim.envelope, () =>
          this.database.asCandidate(candidateId, (tx) => this.claims.enterData(tx, claim)),
        ),
    );
    if (outcome.kind === 'stopped') return;
    const settlement = reminderSettlement(outcome, claim.attempt);
    await this.database.asCandidate(candidateId, (tx) => this.record(tx, claim, settlement));
  }

  private async claim(tx: EntityManager, candidateId: string, id: string): Promise<Claim | null> {
    await lockCandidate(tx, candidateId);
    const row = await this.claims.lock(tx, id);
    const now = await databaseNow(tx);
    if (!row || !isDue(row, now)) return null;
    const stop = await this.stopOf(tx, row);
    if (stop) {
      await cancel(tx, this.ids, row, { by: 'stop_rule', why: STOP_TEXT[stop] });
      return null;
    }
    const { candidate } = await candidateWithSettings(tx, candidateId);
    const address = this.sender.addressOf(candidate);
    if (address === null) {
      const why = 'There is no address to remind you at; set yours under /api/v1/me.';
      const held = { state: 'held', heldWhy: 'sender_missing', heldUntil: null } as const;
      await tx.update(FollowUp, { id }, { ...NO_LEASE, ...held, updatedAt: now });
      await ledger.write(tx, row, { by: 'sender', what: 'held', why });
      return null;
    }
    const mailbox = { name: candidate.name, address };
    const text = (await textsOf(tx, [row], this.sender.publicUrl)).get(id)!;
    const messageId = this.sender.messageIdOf(id, address);
    const mime = await composeMime({
      from: { name: 'Rekindle', address },
      to: mailbox,
      subject: text.subject,
      text: text.body,
      html: htmlFromText(text.body),
      messageId,
      date: now,
      autoSubmitted: true,
    });
    return this.claims.take(tx, row, { from: address, to: address, mime, messageId, ...text });
  }

  private async stopOf(tx: EntityManager, row: FollowUp): Promise<StopWhy | null> {
    const { settings } = await candidateWithSettings(tx, row.candidateId);
    return reminderStop({
      kind: row.kind as ReminderKind,
      contact: row.contactId === null ? null : await tx.findOneBy(Contact, { id: row.contactId }),
      application: row.applicationId === null ? null : await tx.findOneBy(Application, { id: row.applicationId }),
      candidate: { looking: settings.looking, acceptedOffer: await hasAcceptedOffer(tx) },
    });
  }

  private async record(tx: EntityManager, claim: Claim, settlement: ReminderSettlement): Promise<void> {
    // What follows from a delivered one is planned here, so one after the other, as all planning is.
    await lockCandidate(tx, claim.candidateId);
    const row = await this.claims.end(tx, claim, settlement.state, settlement.why);
    if (!row) return;
    const now = await databaseNow(tx);
    const { state, why } = settlement;
    const dueAt = state === 'retrying' ? new Date(now.getTime() + settlement.afterMinutes * 60_000) : row.dueAt;
    const sentAt = state === 'sent' ? now : null;
    await tx.update(FollowUp, { id: row.id }, { ...NO_LEASE, state, dueAt, sentAt, updatedAt: now });
    await ledger.write(tx, row, { by: 'sender', what: state, why });
    if (state === 'sent') await this.sent(tx, row);
    if (state === 'failed') {
      const data = { ...ledger.factOf(row), why };
      await outbox.append(tx, this.ids, { candidateId: row.candidateId, type: 'follow_up.failed.v1', data });
    }
  }

  private async sent(tx: EntityManager, row: FollowUp): Promise<void> {
    const { candidateId, contactId } = row;
    const data = { ...ledger.factOf(row), messageId: row.messageId };
    await outbox.append(tx, this.ids, { candidateId, type: 'follow_up.sent.v1', data });
    if (contactId === null || (row.kind !== 'check_in' && row.kind !== 'half_year')) return;
    const contact = await tx.findOneByOrFail(Contact, { id: contactId });
    const lastTouchAt = contact.lastTouchAt?.toISOString() ?? null;
    await outbox.append(tx, this.ids, { candidateId, type: 'contact.cooling.v1', data: { contactId, lastTouchAt } });
    await this.keepWarm.set(tx, candidateId, contactId);
  }
}

function isDue(row: FollowUp, now: Date): boolean {
  if (row.state === 'waiting' || row.state === 'retrying') return row.dueAt <= now;
  if (row.state === 'held') return row.heldUntil !== null && row.heldUntil <= now;
  return row.state === 'sending' && row.leaseUntil !== null && row.leaseUntil < now;
}
