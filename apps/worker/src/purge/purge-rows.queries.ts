/** The rows themselves: application, vacancy, contact, company. In a transaction that sees the deleted ones. */
import { Contact } from '@app/database';
import type { EntityManager } from 'typeorm';
import { removeName } from './purge-names.queries.js';

export type Named = Pick<Contact, 'id' | 'candidateId'>;

/**
 * A letter that went stays with its contact, without its application; so does the clock of the contact, without words, and
 * what was told of the company. The rest goes.
 */
export async function removeApplication(tx: EntityManager, { id, candidateId }: Named): Promise<void> {
  await tx.query(
    `delete from follow_ups where candidate_id = $2 and application_id = $1 and kind not in ('check_in', 'half_year', 'new_roles')
       and not (contact_id is not null and audience = 'contact'
         and state in ('sent', 'answered', 'bounced', 'unconfirmed', 'failed'))`,
    [id, candidateId],
  );
  await tx.query(
    `update follow_ups set subject = null, body = null, details = null
     where candidate_id = $2 and application_id = $1 and kind in ('check_in', 'half_year')`,
    [id, candidateId],
  );
  // What a message planned is unique for its application; there is no application that it could be planned for again.
  await tx.query(
    'update follow_ups set application_id = null, source_id = null where candidate_id = $2 and application_id = $1',
    [id, candidateId],
  );
  await tx.query('delete from applications where id = $1', [id]);
}

/** The id of the application's vacancy where no other application is for it. */
export async function vacancyLeftBy(tx: EntityManager, { id, candidateId }: Named): Promise<string | null> {
  const rows: { id: string }[] = await tx.query(
    `select v.id from vacancies v join applications a on a.vacancy_id = v.id where a.candidate_id = $2 and a.id = $1
       and not exists (select from applications other where other.candidate_id = $2 and other.vacancy_id = v.id and other.id <> $1) for update of v`,
    [id, candidateId],
  );
  return rows[0]?.id ?? null;
}

export async function removeVacancy(tx: EntityManager, id: string): Promise<void> {
  await tx.query('delete from vacancies where id = $1', [id]);
}

export interface Reached {
  keys: string[];
  lastUnansweredAt: Date | null;
}

/** Every address the contact has or had, and when a letter last went that they did not answer. */
export async function reached(tx: EntityManager, contactId: string): Promise<Reached> {
  const [row]: [Reached] = await tx.query(
    `select array_remove(c.former_keys || c.email_key, null) as keys,
       case when mail.last_in > letter.last_out then null else letter.last_out end as "lastUnansweredAt"
     from contacts c
     cross join lateral (
       select max(coalesce(sent_at, updated_at)) as last_out
       from follow_ups where candidate_id = c.candidate_id and contact_id = c.id and audience = 'contact' and state in ('sent', 'unconfirmed')) letter
     cross join lateral (
       select max(at) as last_in from touches where contact_id = c.id and kind = 'mail' and direction = 'in') mail
     where c.id = $1`,
    [contactId],
  );
  return row;
}

/** Touches, letters and their ledgers go with their contact, and their name from what the candidate was told of others. */
export async function removeContact(tx: EntityManager, id: string): Promise<void> {
  await removeName(tx, await tx.findOneByOrFail(Contact, { id }));
  // What came from an entry of the same person can be given back no more.
  await tx.query(
    'delete from contact_merge_rows r using contact_merges m where m.candidate_id = r.candidate_id and m.id = r.merge_id and m.from_id = $1',
    [id],
  );
  await tx.query('delete from contacts where id = $1', [id]);
}

export async function removeCompany(tx: EntityManager, { id, candidateId }: Named): Promise<void> {
  await tx.query(
    `delete from follow_ups
     where candidate_id = $2 and kind in ('new_roles', 'board_gone') and details ->> 'companyId' = $1::text`,
    [id, candidateId],
  );
  await tx.query('delete from companies where id = $1', [id]);
}
