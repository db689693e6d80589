/** Whom a change reaches. The candidate is named beside row level security, so that an index serves it. */
import type { EntityManager } from 'typeorm';

const PENDING = `('draft', 'waiting', 'held', 'sending', 'retrying')`;

type Row = { id: string };
const idsOf = (rows: Row[]): string[] => rows.map(({ id }) => id);

/** The contact of now, and those that something about this application still waits for. */
export async function contactsAround(
  tx: EntityManager,
  { candidateId, applicationId }: { candidateId: string; applicationId: string },
): Promise<string[]> {
  const rows: Row[] = await tx.query(
    `select distinct contact_id as id from (
       select contact_id from applications where id = $2
       union all select contact_id from rejections where application_id = $2
       union all select contact_id from follow_ups where candidate_id = $1 and application_id = $2) around
     where contact_id is not null order by id`,
    [candidateId, applicationId],
  );
  return idsOf(rows);
}

/** Those that have this contact, and those that something to or about them still waits for. */
export async function applicationsAround(
  tx: EntityManager,
  { candidateId, contactId }: { candidateId: string; contactId: string },
): Promise<string[]> {
  const rows: Row[] = await tx.query(
    `select distinct id from (
       select id from applications where contact_id = $2
       union all select application_id from follow_ups
         where candidate_id = $1 and contact_id = $2 and state in ${PENDING}) around
     where id is not null order by id`,
    [candidateId, contactId],
  );
  return idsOf(rows);
}

export async function applicationsOf(
  tx: EntityManager,
  of: { candidateId: string } & ({ vacancyId: string } | { companyId: string }),
): Promise<string[]> {
  const [column, id] = 'vacancyId' in of ? ['vacancy_id', of.vacancyId] : ['company_id', of.companyId];
  return idsOf(
    await tx.query(`select id from applications where candidate_id = $1 and ${column} = $2 order by id`, [
      of.candidateId,
      id,
    ]),
  );
}

/** In the order of their ids: those that are rejected, have an interview ahead, or that something waits for. */
export async function applicationsAfter(
  tx: EntityManager,
  { candidateId, after, most }: { candidateId: string; after: string | null; most: number },
): Promise<string[]> {
  const rows: Row[] = await tx.query(
    `select a.id from applications a
     where a.candidate_id = $1 and ($2::uuid is null or a.id > $2)
       and (a.stage = 'rejected' or exists (
         select from follow_ups f where f.application_id = a.id and f.state in ${PENDING})
         or exists (select from interviews i where i.application_id = a.id and i.scheduled_at > now()))
     order by a.id limit $3`,
    [candidateId, after, most],
  );
  return idsOf(rows);
}

/** A walk that begins later comes by everything that is left of this one, with what was set meanwhile. */
export async function isBegunAnew(
  tx: EntityManager,
  { candidateId, id }: { candidateId: string; id: string },
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from outbox where candidate_id = $1 and id > $2 and type = 'plans.outdated.v1' and data ->> 'after' is null
       and parked_at is null limit 1`,
    [candidateId, id],
  );
  return rows.length > 0;
}
