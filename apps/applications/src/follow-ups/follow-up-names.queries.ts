/** Whom and what follow-ups are about, for a whole page in one query. */
import { candidateWithSettings, type FollowUp } from '@app/database';
import { warmth } from '@app/follow-ups';
import type { EntityManager } from 'typeorm';
import type { FollowUpAnswer } from './follow-ups.schemas.js';

export type About = Pick<FollowUpAnswer, 'contact' | 'application'>;

interface NamesRow {
  id: string;
  contact: Omit<NonNullable<About['contact']>, 'warmth'> | null;
  lastTouchAt: Date | null;
  application: About['application'];
}

/** By follow-up id. All of one candidate, in whose transaction this runs; a deleted row names nobody. */
export async function namesOf(tx: EntityManager, followUps: FollowUp[], now: Date): Promise<Map<string, About>> {
  const [first] = followUps;
  if (first === undefined) return new Map();
  const { settings } = await candidateWithSettings(tx, first.candidateId);
  const { keepWarm, timezone } = settings;
  const rows: NamesRow[] = await tx.query(NAMES, [followUps.map(({ id }) => id)]);
  return new Map(
    rows.map(({ id, contact, lastTouchAt, application }) => [
      id,
      { contact: contact && { ...contact, warmth: warmth({ lastTouchAt, now, keepWarm, timezone }) }, application },
    ]),
  );
}

const NAMES = `
select f.id, c.last_touch_at as "lastTouchAt",
  case when c.id is not null then
    json_build_object('id', c.id, 'name', c.name, 'timezone', c.timezone, 'country', c.country) end as contact,
  case when a.id is not null then json_build_object('id', a.id, 'title', coalesce(v.title, ''),
    'companyName', coalesce(o.name, ''), 'stage', a.stage) end as application
from follow_ups f
left join contacts c on c.id = f.contact_id
left join applications a on a.id = f.application_id
left join vacancies v on v.id = a.vacancy_id
left join companies o on o.id = a.company_id
where f.id = any($1)`;
