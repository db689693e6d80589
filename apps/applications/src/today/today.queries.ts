import { INTERVIEW_STAGES } from '@app/contracts';
import { Contact, FollowUp } from '@app/database';
import { type EntityManager, In, MoreThan } from 'typeorm';
import type { Spans } from './today.policy.js';
import type { InterviewToday } from './today.schemas.js';

/** Whatever may stand on the page; which of it does, the policy says. */
export function followUpsOfToday(
  tx: EntityManager,
  candidateId: string,
  { goesUntil, rememberedSince }: Spans,
): Promise<FollowUp[]> {
  return tx
    .createQueryBuilder(FollowUp, 'f')
    .where('f.candidate_id = :candidateId', { candidateId })
    .andWhere(`(${MAY_STAND})`, { goesUntil, rememberedSince })
    .getMany();
}

const MAY_STAND = `
f.state in ('unconfirmed', 'draft')
or f.state = 'held' and f.held_why in ('sender_missing', 'mailbox_refused')
or f.state in ('waiting', 'retrying', 'sending') and f.due_at < :goesUntil
or f.state in ('sent', 'failed', 'bounced') and f.updated_at >= :rememberedSince and (f.state <> 'sent' or f.audience = 'candidate')`;

/** The nearest that lies ahead and waits for its time alone. */
export function nextAhead(tx: EntityManager, candidateId: string, now: Date): Promise<FollowUp | null> {
  return tx.findOne(FollowUp, {
    where: { candidateId, state: In(['waiting', 'retrying']), dueAt: MoreThan(now) },
    order: { dueAt: 'ASC', id: 'ASC' },
  });
}

/** Those about whose rejection another letter went, or is to go. */
export async function writtenAnew(tx: EntityManager, candidateId: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows: { id: string }[] = await tx.query(WRITTEN_ANEW, [candidateId, ids]);
  return new Set(rows.map(({ id }) => id));
}

const WRITTEN_ANEW = `
select f.id from follow_ups f
where f.candidate_id = $1 and f.id = any($2) and exists (
  select from follow_ups other
  where other.rejection_id = f.rejection_id and other.candidate_id = $1 and other.id <> f.id and other.audience = 'contact'
    and other.state in ('draft', 'waiting', 'held', 'sending', 'retrying', 'unconfirmed', 'sent', 'answered'))`;

/** By contact. */
export async function lastTouches(tx: EntityManager, followUps: FollowUp[]): Promise<Map<string, Date | null>> {
  const ids = [...new Set(followUps.map(({ contactId }) => contactId).filter((id) => id !== null))];
  const contacts = await tx.find(Contact, { select: { id: true, lastTouchAt: true }, where: { id: In(ids) } });
  return new Map(contacts.map(({ id, lastTouchAt }) => [id, lastTouchAt]));
}

type InterviewRow = Pick<InterviewToday, 'id' | 'application'> & { scheduledAt: Date };

/** The earliest first; of applications that may have one. */
export const interviewsAhead = (tx: EntityManager, candidateId: string, until: Date): Promise<InterviewRow[]> =>
  tx.query(INTERVIEWS, [candidateId, until, INTERVIEW_STAGES]);

const INTERVIEWS = `
select i.id, i.scheduled_at as "scheduledAt",
  json_build_object('id', a.id, 'title', v.title, 'companyName', o.name, 'stage', a.stage) as application
from interviews i
join applications a on a.id = i.application_id and a.candidate_id = $1
join vacancies v on v.id = a.vacancy_id and v.candidate_id = $1
join companies o on o.id = a.company_id and o.candidate_id = $1
where i.candidate_id = $1 and i.scheduled_at > now() and i.scheduled_at < $2 and a.stage = any($3)
order by i.scheduled_at, i.id
limit 100`;

/** Those that stand still, of such interviews. */
export function preparationsOf(
  tx: EntityManager,
  candidateId: string,
  interviews: readonly InterviewRow[],
): Promise<FollowUp[]> {
  return tx.findBy(FollowUp, {
    candidateId,
    applicationId: In(interviews.map(({ application }) => application.id)),
    interviewId: In(interviews.map(({ id }) => id)),
    kind: 'interview_prep',
    state: In(['waiting', 'held', 'sending', 'retrying', 'sent', 'failed']),
  });
}
