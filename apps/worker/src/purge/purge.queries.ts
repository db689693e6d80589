/** What goes for good with a deleted row, and what waits. In a transaction that sees the deleted rows. */
import type { Deletable } from '@app/database';
import type { EntityManager } from 'typeorm';

export interface Due {
  subject: Deletable;
  id: string;
  candidateId: string;
}

const AT_ONCE = 200;
const LATER = '1 hour';

/** Across candidates. */
export function duePurges(tx: EntityManager, subject: Deletable): Promise<Due[]> {
  return tx.query(
    `select subject, subject_id as id, candidate_id as "candidateId" from deletions
     where subject = $1 and purge_at <= now() order by purge_at limit $2`,
    [subject, AT_ONCE],
  );
}

/** Across candidates: marks that nothing asks for any more. */
export async function dropOutlivedMarks(tx: EntityManager): Promise<void> {
  await tx.query('delete from address_marks where kept_until <= now()');
}

/** Across candidates: a board that nobody has watched for as long as a deleted row is kept says where somebody looked. */
export async function dropForsakenBoards(tx: EntityManager): Promise<void> {
  await tx.query(
    `delete from boards b where next_sweep_at is null and coalesce(last_sweep_at, created_at) < now() - interval '30 days'
       and not exists (select from watches w where w.board_id = b.id)`,
  );
}

/** Locked; false when it was restored, or is gone. */
export async function isDeleted(tx: EntityManager, { subject, id }: Due): Promise<boolean> {
  const table = { application: 'applications', contact: 'contacts', company: 'companies' }[subject];
  const rows: unknown[] = await tx.query(`select 1 from ${table} where id = $1 and deleted_at is not null for update`, [
    id,
  ]);
  return rows.length > 0;
}

export async function forgetDeletion(tx: EntityManager, { subject, id }: Due): Promise<void> {
  await tx.query('delete from deletions where subject = $1 and subject_id = $2', [subject, id]);
}

export async function postpone(tx: EntityManager, { subject, id }: Due): Promise<void> {
  await tx.query(
    'update deletions set purge_at = now() + $3::interval where subject = $1 and subject_id = $2 and purge_at <= now()',
    [subject, id, LATER],
  );
}

/** Whose rows of `follow_ups` these are, `$1` being the id and `$2` the candidate. */
const FOLLOW_UPS_OF = {
  application: 'candidate_id = $2 and application_id = $1',
  contact: 'candidate_id = $2 and contact_id = $1',
  company: `candidate_id = $2 and kind in ('new_roles', 'board_gone') and details ->> 'companyId' = $1::text`,
} as const;

const STILL_REFERRED_TO = {
  application: 'select 1 where $2::uuid is null',
  contact: 'select 1 from applications where candidate_id = $2 and contact_id = $1',
  company: `select 1 from applications where candidate_id = $2 and company_id = $1
    union all select 1 from contacts where candidate_id = $2 and company_id = $1`,
} as const;

/** Something refers to it, is being sent about it, or was said of it and is not handled yet. */
export async function hasToWait(tx: EntityManager, { subject, id, candidateId }: Due): Promise<boolean> {
  const of = FOLLOW_UPS_OF[subject];
  const rows: unknown[] = await tx.query(
    `(${STILL_REFERRED_TO[subject]} limit 1)
     union all
     (select 1 from follow_ups where candidate_id = $2 and state = 'sending'
        and (${of} or digest_id in (select digest_id from follow_ups where ${of})) limit 1)
     union all
     (select 1 from outbox where candidate_id = $2 and parked_at is null and data ->> $3::text = $1::text limit 1)`,
    [id, candidateId, `${subject}Id`],
  );
  return rows.length > 0;
}

/** A mail of reminders holds the words of all its members: what has not arrived is made anew without this one. */
export async function dropMails(tx: EntityManager, { subject, id, candidateId }: Due): Promise<void> {
  await tx.query(
    `update follow_ups set mime = null, recipient = null, digest_id = null
     where candidate_id = $2 and state in ('waiting', 'held', 'retrying')
       and digest_id in (select digest_id from follow_ups where ${FOLLOW_UPS_OF[subject]})`,
    [id, candidateId],
  );
  await tx.query(
    `update follow_ups set mime = null where candidate_id = $1 and audience = 'candidate' and mime is not null
       and state in ('sent', 'failed', 'cancelled', 'done')`,
    [candidateId],
  );
}

/** What happened keeps its type and its ids, and loses names and words wherever they were told. */
export async function forgetEvents(
  tx: EntityManager,
  subject: Deletable | 'vacancy',
  { id, candidateId }: Pick<Due, 'id' | 'candidateId'>,
): Promise<void> {
  const forgotten: { id: string }[] = await tx.query('select id from forget_events($1, $2) as id', [subject, id]);
  const ids = forgotten.map((event) => event.id);
  await tx.query('delete from outbox where id = any($1)', [ids]);
  await tx.query(
    `update webhook_deliveries set excerpt = null, last_why_code = null, last_why_facts = '{}'
     where candidate_id = $2 and event_id = any($1)`,
    [ids, candidateId],
  );
}
