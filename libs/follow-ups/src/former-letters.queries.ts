/** What was written about an application that the candidate has deleted since, or about a rejection that they took back. */
import { withDeleted } from '@app/database';
import type { EntityManager } from 'typeorm';

export interface Recorded {
  /** Whose rejection may have been taken back and recorded anew; null: not recorded yet. */
  rejection: { id: string; applicationId: string } | null;
  /** As `nameKey` folds the company's name. */
  companyNameKey: string;
  contactId: string;
  /** Every address they have, or had, as `addressKey` folds it. */
  emailKeys: readonly string[];
  /** When the rejection came. */
  receivedAt: Date;
}

/**
 * When a letter went to this person, to an address of theirs, or to somebody who has or had one of them, about a deleted application at this
 * company, if the rejection came within 30 days of it: it may well be the same one, recorded anew.
 */
export async function letterAboutDeleted(
  tx: EntityManager,
  { companyNameKey, contactId, emailKeys, receivedAt, rejection }: Recorded,
): Promise<Date | null> {
  const [row]: [{ at: Date | null }] = await withDeleted(tx, () =>
    tx.query(
      `select max(letter.at) as at
       from follow_ups f
       join applications a on a.id = f.application_id
         and (a.deleted_at is not null or (a.id = $5 and f.rejection_id is distinct from $6))
       join companies c on c.id = a.company_id and c.name_key = $1
       cross join lateral (select coalesce(f.sent_at, f.updated_at) as at) letter
       where f.candidate_id = current_candidate() and f.audience = 'contact'
         and (f.contact_id = $4 or f.contact_id in (select id from readers_at(current_candidate(), $2::text[])))
         and f.kind in ('feedback_request', 'thank_you') and f.state in ('sent', 'answered', 'unconfirmed')
         and $3::timestamptz between letter.at - interval '30 days' and letter.at + interval '30 days'`,
      [companyNameKey, emailKeys, receivedAt, contactId, rejection?.applicationId ?? null, rejection?.id ?? null],
    ),
  );
  return row.at;
}
