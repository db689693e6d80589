/** That the mail server refuses us, for whoever can do something about it: the account's owner, or the candidate as the sender. */
import { OWNER_ID } from '@app/contracts';
import { MailAccount } from '@app/database';
import { whyOf } from '@app/follow-ups';
import { type EntityManager, IsNull, Not } from 'typeorm';
import type { MailRefusal } from './settings.schemas.js';

export async function mailRefusalOf(tx: EntityManager, candidateId: string): Promise<MailRefusal | null> {
  const refused = { refusedAt: Not(IsNull()) };
  const shared = candidateId === OWNER_ID ? [{ ...refused, candidateId: IsNull() }] : [];
  const [account] = await tx.find(MailAccount, {
    where: [...shared, { ...refused, candidateId }],
    order: { id: 'ASC' },
  });
  if (!account) return null;
  return {
    of: account.candidateId === null ? 'account' : 'sender',
    since: account.refusedAt!.toISOString(),
    ...whyOf({ code: account.whyCode!, facts: account.whyFacts }),
    nextTryAt: account.tryAt?.toISOString() ?? null,
  };
}
