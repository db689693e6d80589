import type { ReasonCategory, RejectableStage, Stage } from '@app/contracts';
import type { EntityManager } from 'typeorm';
import type { ChangeOf, Tried } from './rejections-insight.policy.js';
import type { RejectionsQuery } from './insights.schemas.js';

interface TriedRow extends Omit<Tried, 'rejection'> {
  receivedAt: Date | null;
  rejectedAt: RejectableStage;
  theirs: ReasonCategory | null;
  mine: ReasonCategory | null;
}

/** What was deleted is hidden. */
export async function triedBy(tx: EntityManager, candidateId: string): Promise<Tried[]> {
  const rows: TriedRow[] = await tx.query(TRIED, [candidateId]);
  return rows.map(({ id, stage: now, sample, appliedAt, createdAt, receivedAt, rejectedAt: stage, theirs, mine }) => ({
    id,
    stage: now,
    sample,
    appliedAt,
    createdAt,
    rejection: receivedAt === null ? null : { receivedAt, stage, theirs, mine },
  }));
}

const TRIED = `
select a.id, a.stage, a.sample, a.applied_at as "appliedAt", a.created_at as "createdAt", r.received_at as "receivedAt",
  r.stage as "rejectedAt", r.reason_category as theirs, f.reason_category as mine
from applications a
left join rejections r on r.application_id = a.id and r.revoked_at is null and r.candidate_id = $1
left join reflections f on f.application_id = a.id and f.candidate_id = $1
where a.candidate_id = $1 and a.stage <> 'saved'`;

/** The oldest first. `applicationIds`: of these alone. */
export const changesBy = (tx: EntityManager, candidateId: string, applicationIds?: string[]): Promise<ChangeOf[]> =>
  tx.query(
    `select application_id as "applicationId", from_stage as "fromStage", to_stage as "toStage", at
     from stage_changes where candidate_id = $1 and ($2::uuid[] is null or application_id = any($2)) order by id`,
    [candidateId, applicationIds ?? null],
  );

export interface RejectionRow {
  id: string;
  applicationId: string;
  title: string;
  companyName: string;
  sample: boolean;
  now: Stage;
  receivedAt: Date;
  /** As the cursor carries it. */
  key: string;
  stage: RejectableStage;
  category: ReasonCategory | null;
  words: string | null;
  isBegun: boolean;
  mine: ReasonCategory | null;
  myWords: string | null;
  wouldChange: string | null;
  lookedBackAt: Date | null;
  skippedAt: Date | null;
}

/** The newest first; one more than asked for, so that it shows whether there is a next page. */
export function rejectionsPage(
  tx: EntityManager,
  candidateId: string,
  { limit, cursor }: RejectionsQuery,
): Promise<RejectionRow[]> {
  const [key = null, last = null] = cursor ?? [];
  return tx.query(REJECTIONS, [candidateId, key, last, limit + 1]);
}

const REJECTIONS = `
select r.id, r.application_id as "applicationId", v.title, c.name as "companyName", a.sample, a.stage as now, r.received_at as "receivedAt",
  r.received_at::text as key, r.stage, r.reason_category as category, r.reason_words as words, f.application_id is not null as "isBegun",
  f.reason_category as mine, f.reason_words as "myWords", f.would_change as "wouldChange",
  case when f.rejection_id = r.id then f.looked_back_at end as "lookedBackAt",
  case when f.rejection_id = r.id then f.skipped_at end as "skippedAt"
from rejections r
join applications a on a.id = r.application_id and a.candidate_id = $1
join vacancies v on v.id = a.vacancy_id and v.candidate_id = $1
join companies c on c.id = a.company_id and c.candidate_id = $1
left join reflections f on f.application_id = r.application_id and f.candidate_id = $1
where r.candidate_id = $1 and r.revoked_at is null and ($3::uuid is null or (r.received_at, r.id) < ($2::timestamptz, $3::uuid))
order by r.received_at desc, r.id desc limit $4`;
