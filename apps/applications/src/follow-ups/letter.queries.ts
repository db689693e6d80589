/** What the rules ask about a letter before the candidate may let it go, and what is written when it went after all. */
import type { Settings } from '@app/contracts';
import { Contact, type FollowUp, FollowUpAttempt } from '@app/database';
import { nextInWindow, type Reason, reasonsNow } from '@app/follow-ups';
import { RuleViolation } from '@app/platform';
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
  if (refused) throw new RuleViolation(refused);
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

/** It went when its text was handed over. */
export async function handedOverAt(tx: EntityManager, { id, attempt }: FollowUp): Promise<Date | null> {
  return (await tx.findOneBy(FollowUpAttempt, { followUpId: id, attempt }))?.dataAt ?? null;
}
