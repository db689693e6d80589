/** Whether somebody may be written to hangs on the person and on every address they had. */
import { addressKey } from '@app/contracts';
import { addressMarks, type Contact } from '@app/database';
import type { EntityManager } from 'typeorm';
import { formerKeysAfter } from './contact.policy.js';

type Reach = Pick<Contact, 'emailKey' | 'formerKeys' | 'bouncedAt' | 'doNotContact'>;

/** After a patch; the marks of the addresses are brought to it. */
export async function reachAfter(
  tx: EntityManager,
  before: Contact,
  patch: { email?: string | null; doNotContact?: boolean },
): Promise<Reach> {
  const { candidateId } = before;
  const isLifted = before.doNotContact && patch.doNotContact === false;
  const isMoved = patch.email !== undefined && patch.email !== before.email;
  const after = isMoved ? await movedTo(tx, before, patch.email ?? null) : { ...before, isMarked: false };
  const { emailKey, formerKeys, bouncedAt, isMarked } = after;
  const doNotContact = !isLifted && (isMarked || (patch.doNotContact ?? before.doNotContact));
  const keys = emailKey === null ? formerKeys : [emailKey, ...formerKeys];
  if (doNotContact) await addressMarks.put(tx, candidateId, keys, 'opted_out');
  else if (isLifted) await addressMarks.takeBackOptOut(tx, candidateId, keys);
  return { emailKey, formerKeys, bouncedAt, doNotContact };
}

async function movedTo(tx: EntityManager, before: Contact, email: string | null) {
  const emailKey = email === null ? null : addressKey(email);
  const marks = await addressMarks.of(tx, before.candidateId, emailKey === null ? [] : [emailKey]);
  const formerKeys = formerKeysAfter(before, emailKey);
  return { emailKey, formerKeys, bouncedAt: marks.deadAt, isMarked: marks.optedOutAt !== null };
}
