/** What decides whether a letter may go, read in the transaction that claims it. */
import type { LetterKind, Settings } from '@app/contracts';
import { Application, type FollowUp } from '@app/database';
import { contactFacts, dayBounds, hasAcceptedOffer } from '@app/follow-ups';
import type { EntityManager } from 'typeorm';
import type { TurnFacts } from './letter-turn.policy.js';

export async function turnFacts(
  tx: EntityManager,
  row: FollowUp,
  known: { settings: Settings; now: Date; hasSender: boolean },
): Promise<TurnFacts | null> {
  const contact = row.contactId === null ? null : await contactFacts(tx, row.contactId, row.id);
  if (!contact) return null;
  const application = row.applicationId === null ? null : await tx.findOneBy(Application, { id: row.applicationId });
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
  };
}
