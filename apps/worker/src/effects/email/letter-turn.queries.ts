/** What decides whether a letter may go, read in the transaction that claims it. */
import type { LetterKind, Settings } from '@app/contracts';
import { Application, type FollowUp } from '@app/database';
import { contactFacts, hasAcceptedOffer } from '@app/follow-ups';
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
  const [day]: { sent: number; tomorrow: Date; last: Date | null }[] = await tx.query(
    `select
       (date_trunc('day', now() at time zone $1) + interval '1 day') at time zone $1 as tomorrow,
       count(distinct a.follow_up_id) filter (where a.follow_up_id <> $2 and (f.state = 'sending'
         or a.data_at >= date_trunc('day', now() at time zone $1) at time zone $1))::int as sent,
       max(a.started_at) filter (where a.follow_up_id <> $2) as last
     from follow_up_attempts a join follow_ups f on f.id = a.follow_up_id
     where f.audience = 'contact' and a.started_at > now() - interval '2 days'`,
    [known.settings.timezone, row.id],
  );
  return {
    ...known,
    letter: { id: row.id, kind: row.kind as LetterKind, since: row.since, atOnce: row.atOnce },
    contact,
    application,
    acceptedOffer: await hasAcceptedOffer(tx),
    sentToday: day!.sent,
    tomorrow: day!.tomorrow,
    lastAttemptAt: day!.last,
  };
}
