import type { Hint, ImportHint, RadarHint, ReadingHint } from '@app/contracts';
import type { EntityManager } from 'typeorm';

const LIMIT = 1_000;
const TEST_LETTERS = 100;
/** In the queue at once, so that whoever comes next waits for no backlog. */
const MESSAGES_OF_CANDIDATE = 25;
/** Of these and of those under way: a receiver may be slow, and there are others beside it. */
const DELIVERIES_OF_CANDIDATE = 4;

type Any = Hint | ImportHint | RadarHint | ReadingHint;
/** `since` is what it waits for: due, free again, or left by its sender. */
export type Waiting<T extends Any = Hint> = T & { since: string };
type Row = { kind: Hint['kind']; id: string; candidateId: string; since: string };

/** Of `mail_accounts`: through which all mail leaves. */
const SHARED = '00000000-0000-0000-0000-000000000000';
/** What `mailbox_refuses` answers, for a crowd: a function is asked row by row, five times a second. */
const REFUSED = `
  (shared.closed_at is not null and shared.trying is distinct from f.id)
  or (own.closed_at is not null and own.trying is distinct from f.id)
  or (coalesce(f.refused_until > now(), false) and not coalesce(f.chosen_at > f.refused_at, false)
    and not coalesce(greatest(shared.changed_at, own.changed_at) >= f.refused_at, false)
    and (f.refused_alone or not coalesce(greatest(shared.opened_at, own.opened_at) >= f.refused_at, false)))`;

/** Letters and reminders whose moment has come, by the database's clock. Seen across candidates, ids only. */
export function findMailHints(tx: EntityManager): Promise<Waiting[]> {
  const rows: Promise<Row[]> = tx.query(
    `select case audience when 'contact' then 'letter' else 'reminder' end as kind, id,
       candidate_id as "candidateId", since::text from (
        (select id, candidate_id, audience, due_at as since from follow_ups
           where state in ('waiting', 'retrying') and due_at <= now() order by due_at limit $1)
        union all
        (select id, candidate_id, audience, held_until from follow_ups
           where state = 'held' and held_until <= now() order by held_until limit $1)
        union all
        (select f.id, f.candidate_id, f.audience, f.updated_at from follow_ups f
           left join mail_accounts shared on shared.id = '${SHARED}'
           left join mail_accounts own on own.id = f.candidate_id
           where f.state = 'held' and f.held_why = 'mailbox_refused' and not (${REFUSED})
           order by f.updated_at limit $1)
        union all
        (select tried.* from mail_accounts a cross join lateral (
           select id, candidate_id, audience, updated_at from follow_ups f
           where state = 'held' and held_why = 'mailbox_refused' and due_at <= now()
             and coalesce(refused_until <= now(), true) and a.id in (f.candidate_id, '${SHARED}')
             and not exists (select from mail_accounts other where other.id in (f.candidate_id, '${SHARED}')
               and other.closed_at is not null and other.try_at > now())
           order by updated_at limit 1) tried
         where a.closed_at is not null and a.try_at <= now())
        union all
        (select id, candidate_id, audience, lapses_at from follow_ups
           where state = 'held' and lapses_at < now() order by lapses_at limit $1)
        union all
        (select id, candidate_id, audience, lease_until from follow_ups
           where state = 'sending' and lease_until < now() order by lease_until limit $1)
      ) due order by due.since, id`,
    [LIMIT],
  );
  return rows;
}

/** Letters that somebody waits for in their own mailbox. */
export function findTestHints(tx: EntityManager): Promise<Waiting[]> {
  const rows: Promise<Row[]> = tx.query(
    `select 'test_letter' as kind, id, candidate_id as "candidateId", coalesce(lease_until, created_at)::text as since
     from test_letters where state = 'waiting' or (state = 'sending' and lease_until < now()) order by created_at limit $1`,
    [TEST_LETTERS],
  );
  return rows;
}

/**
 * Facts that nobody has handled yet and webhooks that are due: the first of every candidate before the second of anybody, and what
 * one did by hand before what came of a file.
 */
export function findFactHints(tx: EntityManager): Promise<Waiting[]> {
  const rows: Promise<Row[]> = tx.query(
    `select kind, id, candidate_id as "candidateId", since::text from (
       (select 'message' as kind, o.* from (${eachCandidate('outbox', 'parked_at is null')}) whose cross join lateral (
          select id, candidate_id, retry_at as since, row_number() over (order by bulk, retry_at) as place from outbox
          where candidate_id = whose.candidate_id and parked_at is null and retry_at <= now()
          order by bulk, retry_at limit $2) o)
       union all
       (select 'delivery', d.* from (${eachCandidate('webhook_deliveries', `state = 'waiting'`)}) whose cross join lateral (
          select id, candidate_id, due_at, row_number() over (order by due_at) from webhook_deliveries
          where candidate_id = whose.candidate_id and state = 'waiting' and due_at <= now()
          order by due_at limit greatest(0, $3 - (
            select count(*) from webhook_deliveries
            where candidate_id = whose.candidate_id and state = 'sending' and lease_until >= now()))) d)
       union all
       (select 'delivery', id, candidate_id, lease_until, row_number() over (partition by candidate_id order by lease_until)
          from webhook_deliveries where state = 'sending' and lease_until < now() order by lease_until limit $1)
     ) waiting order by place, waiting.since, id limit $1`,
    [LIMIT, MESSAGES_OF_CANDIDATE, DELIVERIES_OF_CANDIDATE],
  );
  return rows;
}

/** Who has any, by a step in the index for each of them, however many those are. */
const eachCandidate = (table: string, isOpen: string) => `
  with recursive one as (
    (select candidate_id from ${table} where ${isOpen} order by candidate_id limit 1)
    union all
    select (select candidate_id from ${table} where ${isOpen} and candidate_id > one.candidate_id order by candidate_id limit 1)
    from one where one.candidate_id is not null)
  select candidate_id from one where candidate_id is not null`;

/** What was said for a repeated request is kept for a day. */
export async function forgetOldKeys(tx: EntityManager): Promise<void> {
  await tx.query(`delete from idempotency_keys where created_at < now() - interval '24 hours'`);
}
