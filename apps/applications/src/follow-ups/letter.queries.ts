/** What the rules ask about a letter before the candidate may let it go. */
import type { LetterKind, Settings } from '@app/contracts';
import { Contact, type FollowUp, FollowUpAttempt, ledger, outbox, Touch } from '@app/database';
import {
  applicationFacts,
  contactFacts,
  gapUntil,
  hasAcceptedOffer,
  letterStop,
  nextInWindow,
  STOP_TEXT,
} from '@app/follow-ups';
import { type Ids, RuleViolation } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { contactGap } from './follow-up.policy.js';

/** Stop rules hold whatever the candidate says: a reason that is gone does not come back. */
export async function requireNotStopped(tx: EntityManager, letter: FollowUp, { looking }: Settings): Promise<void> {
  const contact = letter.contactId && (await contactFacts(tx, letter.contactId, letter.id));
  const application = letter.applicationId && (await applicationFacts(tx, letter.applicationId));
  const stop = contact
    ? letterStop({
        kind: letter.kind as LetterKind,
        since: letter.since,
        contact,
        application: application || null,
        candidate: { looking, acceptedOffer: await hasAcceptedOffer(tx) },
      })
    : 'no_address';
  if (stop) throw new RuleViolation(stop, STOP_TEXT[stop]);
}

export async function requireGapIsOver(
  tx: EntityManager,
  letter: FollowUp,
  { contactGap: gap, timezone }: Settings,
  now: Date,
): Promise<void> {
  const contact = letter.contactId && (await contactFacts(tx, letter.contactId, letter.id));
  if (!contact) return;
  const until = gapUntil({ lastUnansweredLetterAt: contact.lastUnansweredLetterAt, contactGap: gap, timezone, now });
  if (until) throw contactGap(until);
}

/** `from`, or the next moment in which mail may reach the contact. */
export async function inSendingWindow(
  tx: EntityManager,
  letter: FollowUp,
  { sendingWindow, timezone }: Settings,
  from: Date,
): Promise<Date> {
  const contact = letter.contactId && (await tx.findOneBy(Contact, { id: letter.contactId }));
  return nextInWindow({
    from,
    window: sendingWindow,
    timezone: (contact && contact.timezone) || timezone,
    country: (contact && contact.country) || null,
    spreadKey: letter.id,
  });
}

/** A letter that went after all is a touch like any other; it went when its text was handed over. */
export async function recordSent(tx: EntityManager, ids: Ids, letter: FollowUp, now: Date): Promise<Date> {
  const { id, candidateId, contactId, attempt, messageId } = letter;
  const tried = await tx.findOneBy(FollowUpAttempt, { followUpId: id, attempt });
  const at = tried?.dataAt ?? now;
  if (contactId !== null) {
    const touch = { id: ids.next(), candidateId, contactId, kind: 'mail', direction: 'out', at, text: null } as const;
    await tx.insert(Touch, { ...touch, followUpId: id });
    await tx.query('update contacts set last_touch_at = greatest(last_touch_at, $2) where id = $1', [contactId, at]);
    const data = { contactId, touchId: touch.id, kind: touch.kind, direction: touch.direction, at: at.toISOString() };
    await outbox.append(tx, ids, { candidateId, type: 'contact.touched.v1', data });
  }
  const data = { ...ledger.factOf(letter), messageId };
  await outbox.append(tx, ids, { candidateId, type: 'follow_up.sent.v1', data });
  return at;
}
