/** Whether somebody may be written to hangs on the person and on every address they had. */
import { addressKey } from '@app/contracts';
import { addressMarks, type Contact } from '@app/database';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { formerKeysAfter, isSameAddress } from './contact.policy.js';
import { optOut } from './opt-outs.queries.js';

type Reach = Pick<Contact, 'emailKey' | 'formerKeys' | 'bouncedAt' | 'doNotContact'>;
interface Patch {
  email?: string | null;
  doNotContact?: boolean;
  bouncedAt?: null;
}

/** After a patch; the marks of the addresses are brought to what it says anew, and no other's word is said again or taken back. */
export async function reachAfter(tx: EntityManager, ids: Ids, before: Contact, patch: Patch): Promise<Reach> {
  if (before.sample) return inventedReachAfter(before, patch);
  const { candidateId, id } = before;
  const isLifted = before.doNotContact && patch.doNotContact === false;
  if (isLifted) await addressMarks.takeBackOptOut(tx, before);
  const isAlive = patch.bouncedAt === null || isSameAddress(before, patch);
  if (isAlive) await takeBackDead(tx, before, patch.email);
  const isMoved = patch.email !== undefined && patch.email !== before.email;
  const after = isMoved
    ? await movedTo(tx, before, patch.email ?? null)
    : { ...before, bouncedAt: isAlive ? null : before.bouncedAt, isMarked: false };
  const { emailKey, formerKeys, bouncedAt, isMarked } = after;
  const doNotContact = isMarked || (patch.doNotContact ?? before.doNotContact);
  const isNews = !before.doNotContact || isLifted;
  const present = isMoved && emailKey !== null ? [emailKey] : [];
  if (doNotContact) await optOut(tx, ids, { candidateId, id, keys: isNews ? addressMarks.keysOf(after) : present });
  return { emailKey, formerKeys, bouncedAt, doNotContact };
}

/** Whoever is invented says nothing of an address, and is told nothing of it: it may be somebody's. */
function inventedReachAfter(before: Contact, patch: Patch): Reach {
  const isAlive = patch.bouncedAt === null || patch.email !== undefined;
  const { emailKey, formerKeys } = before;
  const doNotContact = patch.doNotContact ?? before.doNotContact;
  return { emailKey, formerKeys, bouncedAt: isAlive ? null : before.bouncedAt, doNotContact };
}

async function takeBackDead(tx: EntityManager, before: Contact, email = before.email): Promise<void> {
  if (email !== null) await addressMarks.takeBackDead(tx, before.candidateId, addressKey(email));
}

async function movedTo(tx: EntityManager, before: Contact, email: string | null) {
  const emailKey = email === null ? null : addressKey(email);
  const marks = await addressMarks.of(tx, before.candidateId, emailKey === null ? [] : [emailKey]);
  const formerKeys = formerKeysAfter(before, emailKey);
  return { emailKey, formerKeys, bouncedAt: marks.deadAt, isMarked: marks.optedOutAt !== null };
}
