/** The name of a contact goes from what the candidate was told of others. In a transaction that sees the deleted rows. */
import { Contact } from '@app/database';
import { IsNull, type EntityManager, Not } from 'typeorm';
import { names } from './naming.policy.js';

interface Told {
  id: string;
  isNewRoles: boolean;
  why: string;
  words: string;
}

/** New roles are told of for the sake of those they name; other reminders lose their words. */
export async function removeName(tx: EntityManager, { id, candidateId, name }: Contact): Promise<void> {
  const there = await tx.findBy(Contact, { candidateId, id: Not(id), deletedAt: IsNull() });
  const others = there.map((other) => other.name);
  const told = await toldOf(tx, { id, candidateId, name });
  const roles = told.filter(({ isNewRoles, why }) => isNewRoles && names(why, name, others));
  const words = told.filter((row) => names(row.words, name, others));
  await tx.query('delete from follow_ups where id = any($1)', [roles.map((row) => row.id)]);
  await tx.query('update follow_ups set subject = null, body = null where id = any($1)', [words.map((row) => row.id)]);
}

/** Not what is about somebody else who is there, if the candidate wrote it, or if that one is called the same. */
function toldOf(
  tx: EntityManager,
  { id, candidateId, name }: Pick<Contact, 'id' | 'candidateId' | 'name'>,
): Promise<Told[]> {
  return tx.query(
    `select f.id, f.kind = 'new_roles' as "isNewRoles", told.why, concat_ws(' ', f.subject, f.body) as words
     from follow_ups f
     cross join lateral (select string_agg(value, e'\\n') as why from jsonb_each_text(f.why_facts)) told
     left join contacts about on about.id = f.contact_id and about.id <> $1 and about.deleted_at is null
     where f.candidate_id = $2 and f.audience = 'candidate' and f.state <> 'sending'
       and position($3 in concat_ws(' ', told.why, f.subject, f.body)) > 0
       and (about.id is null or (f.edited_at is null and about.name <> $3))`,
    [id, candidateId, name],
  );
}
