/** What the rules ask about a letter before the candidate may let it go, and what is written when it went after all. */
import type { Settings } from '@app/contracts';
import { Contact, type FollowUp, FollowUpAttempt, ledger, outbox, Touch } from '@app/database';
import { nextInWindow, type Reason, reasonsNow, reasonText } from '@app/follow-ups';
import { type Ids, RuleViolation } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { contactGap } from './follow-up.policy.js';

/** A reason that ends it holds whatever the candidate says; these two are the candidate's own, and the way over them is to change them. */
const REFUSED_ALTHOUGH_IT_MAY_PASS = new Set<Reason['code']>(['not_looking', 'disabled']);

/** As it would stand once the candidate has said so. */
export async function requireMayGo(
  tx: EntityManager,
  letter: FollowUp,
  mail: { isCaptured: boolean },
  { overGap }: { overGap: boolean },
): Promise<void> {
  const reasons = (await reasonsNow(tx, [letter], mail)).get(letter.id)!;
  const refused = reasons.find(({ effect, code }) => effect === 'ends' || REFUSED_ALTHOUGH_IT_MAY_PASS.has(code));
  if (refused) throw new RuleViolation(refused.code, reasonText(refused));
  const gap = reasons.find(({ code }) => code === 'contact_gap');
  if (gap?.until && !overGap) throw contactGap(gap.until);
}

/** `from`, or the next moment in which mail may reach the contact. */
export async function inSendingWindow(
  tx: EntityManager,
  letter: FollowUp,
  { sendingWindow, timezone }: Settings,
  from: Date,
): Promise<Date> {
  const contact = letter.contactId ? await tx.findOneBy(Contact, { id: letter.contactId }) : null;
  return nextInWindow({
    from,
    window: sendingWindow,
    timezone: contact?.timezone ?? timezone,
    country: contact?.country ?? null,
    region: contact?.region ?? null,
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
