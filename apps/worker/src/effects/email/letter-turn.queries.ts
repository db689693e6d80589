/** What decides whether it is a letter's turn, read in the transaction that claims it. */
import type { Settings } from '@app/contracts';
import { addressMarks, Contact, type FollowUp } from '@app/database';
import { dayBounds } from '@app/follow-ups';
import type { EntityManager } from 'typeorm';
import type { TurnFacts } from './letter-turn.policy.js';

export async function turnFacts(
  tx: EntityManager,
  row: FollowUp,
  known: { settings: Settings; now: Date },
): Promise<TurnFacts> {
  const contact = await tx.findOneByOrFail(Contact, { id: row.contactId! });
  // The day is the zone's as this runtime knows it; a database may know fewer zones.
  const { start, end } = dayBounds(known.now, known.settings.timezone);
  const [day]: { sent: number; last: Date | null }[] = await tx.query(
    `select
       count(distinct a.follow_up_id) filter (where a.follow_up_id <> $2 and (f.state = 'sending'
         or a.data_at >= $1))::int as sent,
       max(a.started_at) filter (where a.follow_up_id <> $2) as last
     from follow_up_attempts a join follow_ups f on f.id = a.follow_up_id and f.candidate_id = a.candidate_id
     where a.candidate_id = $3 and f.audience = 'contact' and a.started_at > now() - interval '2 days'`,
    [start, row.id, row.candidateId],
  );
  return {
    ...known,
    letter: { id: row.id, atOnce: row.atOnce },
    contact,
    isBesideAnother: await isBesideAnother(tx, row.id, contact),
    sentToday: day!.sent,
    tomorrow: end,
    lastAttemptAt: day!.last,
    ahead: row.atOnce || isNoTime(known.settings.mailbox.spacing) ? 0 : await lettersAhead(tx, row),
    laterDueAts: day!.sent < known.settings.mailbox.dailyCap ? [] : await laterDueAts(tx, row),
  };
}

/** To this person, or to whoever has or had an address of theirs: whether it arrives decides about the gap. */
async function isBesideAnother(tx: EntityManager, id: string, contact: Contact): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from follow_ups where id <> $1 and candidate_id = $2 and audience = 'contact' and state = 'sending'
       and (contact_id = $3 or contact_id in (select id from readers_at($2, $4::text[]))) limit 1`,
    [id, contact.candidateId, contact.id, addressMarks.keysOf(contact)],
  );
  return rows.length > 0;
}

const isNoTime = (duration: string) => !/[1-9]/.test(duration);

/** One that has been due for a minute and is still there has trouble of its own, for which the others do not wait. */
async function lettersAhead(tx: EntityManager, { id, candidateId }: FollowUp): Promise<number> {
  const [row]: [{ ahead: number }] = await tx.query(
    `select count(*)::int as ahead
     from follow_ups this join follow_ups f on f.candidate_id = $2
       and f.audience = 'contact' and f.state in ('waiting', 'retrying') and not f.sample
       and (coalesce(f.queued_since, f.due_at), f.id) < (coalesce(this.queued_since, this.due_at), this.id)
       and (f.due_at <= now() or f.queued_since is not null) and f.due_at > now() - interval '1 minute'
     where this.id = $1 and this.candidate_id = $2`,
    [id, candidateId],
  );
  return row.ahead;
}

async function laterDueAts(tx: EntityManager, { id, candidateId }: FollowUp): Promise<Date[]> {
  const rows: { at: Date }[] = await tx.query(
    `select due_at as at from follow_ups
     where id <> $1 and candidate_id = $2 and audience = 'contact' and state in ('waiting', 'retrying')
       and due_at > now() and not sample`,
    [id, candidateId],
  );
  return rows.map(({ at }) => at);
}
