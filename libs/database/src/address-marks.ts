/** What has to be known of an address whoever is recorded with it: kept as a hash, so that it outlives the contact. */
import type { EntityManager } from 'typeorm';
import { withDeleted } from './deletion.js';
import type { Contact } from './entities/index.js';

export interface AddressMarks {
  optedOutAt: Date | null;
  deadAt: Date | null;
}

/** `keys`: addresses as `addressKey` folds them. */
/** Every address they have or had. */
export const keysOf = ({ emailKey, formerKeys }: Pick<Contact, 'emailKey' | 'formerKeys'>): string[] =>
  emailKey === null ? formerKeys : [emailKey, ...formerKeys];

export async function of(tx: EntityManager, candidateId: string, keys: readonly string[]): Promise<AddressMarks> {
  const [marks]: [AddressMarks] = await tx.query(
    `select max(at) filter (where kind = 'opted_out') as "optedOutAt", max(at) filter (where kind = 'dead') as "deadAt"
     from address_marks where candidate_id = $1 and address_hash in (select address_hash($1, k) from unnest($2::text[]) k)`,
    [candidateId, keys],
  );
  return marks;
}

/** For good; a dead address until somebody says otherwise. */
export async function put(
  tx: EntityManager,
  candidateId: string,
  keys: readonly string[],
  kind: 'opted_out' | 'dead',
): Promise<void> {
  await tx.query(
    `insert into address_marks (candidate_id, address_hash, kind, at)
     select distinct $1::uuid, address_hash($1, k), $3, now() from unnest($2::text[]) k on conflict do nothing`,
    [candidateId, keys, kind],
  );
}

/** The address takes mail again, as far as the candidate knows. */
export async function takeBackDead(tx: EntityManager, candidateId: string, key: string): Promise<void> {
  await tx.query(
    `delete from address_marks where candidate_id = $1 and kind = 'dead' and address_hash = address_hash($1, $2)`,
    [candidateId, key],
  );
}

/** That somebody was written to and did not answer, for as long as it matters. */
export async function putWritten(
  tx: EntityManager,
  candidateId: string,
  { keys, at, keptUntil }: { keys: readonly string[]; at: Date; keptUntil: Date },
): Promise<void> {
  await tx.query(
    `insert into address_marks (candidate_id, address_hash, kind, at, kept_until)
     select distinct $1::uuid, address_hash($1, k), 'written', $3::timestamptz, $4::timestamptz from unnest($2::text[]) k
     on conflict (candidate_id, address_hash, kind) do update
       set at = greatest(address_marks.at, excluded.at), kept_until = greatest(address_marks.kept_until, excluded.kept_until)`,
    [candidateId, keys, at, keptUntil],
  );
}

/**
 * They may be written to again: where they are, and where they were. An address that somebody else who opted out had as well stays
 * marked, also for one who is deleted.
 */
export async function takeBackOptOut(
  tx: EntityManager,
  { id, candidateId, emailKey, formerKeys }: Pick<Contact, 'id' | 'candidateId' | 'emailKey' | 'formerKeys'>,
): Promise<void> {
  await withDeleted(tx, () =>
    tx.query(
      `delete from address_marks where candidate_id = $1 and kind = 'opted_out' and address_hash in (
         select address_hash($1, k) from unnest($3::text[]) k where not exists (
           select from contacts c where c.candidate_id = $1 and c.id <> $2 and c.do_not_contact
             and (c.email_key = k or k = any (c.former_keys)))
         union all select address_hash($1, $4) where $4::text is not null)`,
      [candidateId, id, formerKeys, emailKey],
    ),
  );
}
