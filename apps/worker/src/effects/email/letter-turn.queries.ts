/** What decides whether a letter may go, read in the transaction that claims it. */
import type { LetterKind, Settings } from '@app/contracts';
import type { FollowUp } from '@app/database';
import { applicationFacts, contactFacts, dayBounds, hasAcceptedOffer, type SenderLack } from '@app/follow-ups';
import type { EntityManager } from 'typeorm';
import type { TurnFacts } from './letter-turn.policy.js';

export async function turnFacts(
  tx: EntityManager,
  row: FollowUp,
  known: { settings: Settings; now: Date; senderLack: SenderLack | null },
): Promise<TurnFacts | null> {
  const contact = row.contactId === null ? null : await contactFacts(tx, row.contactId, row.id);
  if (!contact) return null;
  const application = row.applicationId === null ? null : await applicationFacts(tx, row.applicationId);
  // The day is the zone's as this runtime knows it; a database may know fewer zones.
  const { start, end } = dayBounds(known.now, known.settings.timezone);
  const [day]: { sent: number; last: Date | null }[] = await tx.query(
    `select
       count(distinct a.follow_up_id) filter (where a.follow_up_id <> $2 and (f.state = 'sending'
         or a.data_at >= $1))::int as sent,
       max(a.started_at) filter (where a.follow_up_id <> $2) as last
     from follow_up_attempts a join follow_ups f on f.id = a.follow_up_id
     where f.audience = 'contact' and a.started_at > now() - interval '2 days'`,
    [start, row.id],
  );
  return {
    ...known,
    letter: { id: row.id, kind: row.kind as LetterKind, since: row.since, atOnce: row.atOnce },
    contact,
    application,
    acceptedOffer: await hasAcceptedOffer(tx),
    sentToday: day!.sent,
    tomorrow: end,
    lastAttemptAt: day!.last,
    ahead: row.atOnce || isNoTime(known.settings.mailbox.spacing) ? 0 : await lettersAhead(tx, row),
    laterDueAts: day!.sent < known.settings.mailbox.dailyCap ? [] : await laterDueAts(tx, row),
  };
}

const isNoTime = (duration: string) => !/[1-9]/.test(duration);

/** One that has been due for a minute and is still there has trouble of its own, for which the others do not wait. */
async function lettersAhead(tx: EntityManager, { id }: FollowUp): Promise<number> {
  const [row]: [{ ahead: number }] = await tx.query(
    `select count(*)::int as ahead
     from follow_ups this join follow_ups f on f.audience = 'contact' and f.state in ('waiting', 'retrying')
       and (coalesce(f.queued_since, f.due_at), f.id) < (coalesce(this.queued_since, this.due_at), this.id)
       and (f.due_at <= now() or f.queued_since is not null) and f.due_at > now() - interval '1 minute'
     where this.id = $1`,
    [id],
  );
  return row.ahead;
}

async function laterDueAts(tx: EntityManager, { id }: FollowUp): Promise<Date[]> {
  const rows: { at: Date }[] = await tx.query(
    `select due_at as at from follow_ups
     where id <> $1 and audience = 'contact' and state in ('waiting', 'retrying') and due_at > now()`,
    [id],
  );
  return rows.map(({ at }) => at);
}
