import type { Hint, RadarHint } from '@app/contracts';
import type { EntityManager } from 'typeorm';

const LIMIT = 1_000;

/** `since` is what it waits for: due, free again, or left by its sender. */
export type Waiting<T extends Hint | RadarHint = Hint> = T & { since: string };

/** Everything that waits for somebody to look at it, by the database's clock. Seen across candidates, ids only. */
export async function findHints(tx: EntityManager): Promise<Waiting[]> {
  const rows: { kind: Hint['kind']; id: string; candidate_id: string; since: string }[] = await tx.query(
    `select kind, id, candidate_id, since::text from (
     (select 'message' as kind, id, candidate_id, retry_at as since from outbox
        where parked_at is null and retry_at <= now() order by retry_at limit $1)
     union all
     (select case audience when 'contact' then 'letter' else 'reminder' end, id, candidate_id, since from (
        (select id, candidate_id, audience, due_at as since from follow_ups
           where state in ('waiting', 'retrying') and due_at <= now() order by due_at limit $1)
        union all
        (select id, candidate_id, audience, held_until from follow_ups
           where state = 'held' and held_until <= now() order by held_until limit $1)
        union all
        (select id, candidate_id, audience, updated_at from follow_ups
           where state = 'held' and held_why = 'mailbox_refused'
             and not mailbox_refuses(candidate_id, id, refused_at, refused_until, refused_alone, chosen_at)
           order by updated_at limit $1)
        union all
        (select tried.* from mail_accounts a cross join lateral (
           select id, candidate_id, audience, updated_at from follow_ups f
           where state = 'held' and held_why = 'mailbox_refused' and due_at <= now()
             and coalesce(refused_until <= now(), true) and a.id in (f.candidate_id, '00000000-0000-0000-0000-000000000000')
           order by updated_at limit 1) tried
         where a.closed_at is not null and a.try_at <= now())
        union all
        (select id, candidate_id, audience, lapses_at from follow_ups
           where state = 'held' and lapses_at < now() order by lapses_at limit $1)
        union all
        (select id, candidate_id, audience, lease_until from follow_ups
           where state = 'sending' and lease_until < now() order by lease_until limit $1)
      ) due)
     union all
     (select 'delivery', id, candidate_id, since from (
        (select id, candidate_id, due_at as since from webhook_deliveries
           where state = 'waiting' and due_at <= now() order by due_at limit $1)
        union all
        (select id, candidate_id, lease_until from webhook_deliveries
           where state = 'sending' and lease_until < now() order by lease_until limit $1)
      ) due)) waiting order by waiting.since, id`,
    [LIMIT],
  );
  return rows.map(({ kind, id, candidate_id, since }) => ({ kind, id, candidateId: candidate_id, since }));
}

/** What was said for a repeated request is kept for a day. */
export async function forgetOldKeys(tx: EntityManager): Promise<void> {
  await tx.query(`delete from idempotency_keys where created_at < now() - interval '24 hours'`);
}
