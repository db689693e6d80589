/** What the radar knows around vacancies: their boards, their applications, why they count as reopened, and what was drafted then. */
import type { BoardProvider, Stage } from '@app/contracts';
import { FollowUp, type Vacancy, VacancyObservation } from '@app/database';
import { type EntityManager, In } from 'typeorm';
import { brief, type ShownBy, surroundingsOf } from '../follow-ups/follow-up-brief.queries.js';
import { shownReopening } from './vacancy-radar.policy.js';
import type { VacancyAnswer } from './vacancies.schemas.js';

export type Around = Pick<VacancyAnswer, 'watch' | 'applications' | 'reopening' | 'letters'>;

/** In few queries for any number of them. */
export async function aroundVacancies(
  tx: EntityManager,
  vacancies: readonly Vacancy[],
  shownBy: ShownBy,
): Promise<(vacancy: Vacancy) => Around> {
  const [first] = vacancies;
  if (first === undefined) return () => ({ watch: null, applications: [], reopening: null, letters: [] });
  const { candidateId } = first;
  const ids = vacancies.map(({ id }) => id);
  const watches = new Map((await watchesOf(tx, candidateId, ids)).map((row) => [row.vacancyId, row]));
  const applications = Map.groupBy(await applicationsOf(tx, candidateId, ids), ({ vacancyId }) => vacancyId);
  const reopenings = await reopeningsOf(tx, candidateId, ids);
  const again = vacancies.filter(({ status }) => status === 'reopened').map(({ id }) => id);
  const letters = await lettersOf(tx, candidateId, again, shownBy);
  return ({ id }) => ({
    watch: watches.has(id) ? showWatch(watches.get(id)!) : null,
    applications: (applications.get(id) ?? []).map((row) => ({ id: row.id, stage: row.stage })),
    reopening: reopenings.get(id) ?? null,
    letters: letters.get(id) ?? [],
  });
}

interface WatchRow {
  vacancyId: string;
  boardId: string;
  provider: BoardProvider;
  slug: string;
  postingId: string | null;
  neverSeen: boolean;
  lastSeenAt: Date | null;
}

/** While a posting stands in the latest list, that is when it was seen last. */
const watchesOf = (tx: EntityManager, candidateId: string, ids: string[]): Promise<WatchRow[]> =>
  tx.query(
    `select w.vacancy_id as "vacancyId", b.id as "boardId", b.provider, b.slug, w.posting_id as "postingId",
       w.posting_id is not null and b.never_seen ? w.posting_id as "neverSeen",
       case when p.posting_id is not null then coalesce(p.last_seen_at, b.listed_at) end as "lastSeenAt"
     from unnest($2::uuid[]) as asked (id)
     join watches w on w.vacancy_id = asked.id and w.candidate_id = $1 and not w.paused
     join boards b on b.id = w.board_id
     left join lateral (select p.posting_id, p.last_seen_at from postings p
       where p.board_id = w.board_id and p.posting_id = w.posting_id limit 1) p on true`,
    [candidateId, ids],
  );

const showWatch = ({ boardId, provider, slug, postingId, neverSeen, lastSeenAt }: WatchRow) => ({
  boardId,
  provider,
  slug,
  postingId,
  neverSeen,
  lastSeenAt: lastSeenAt?.toISOString() ?? null,
});

const applicationsOf = (
  tx: EntityManager,
  candidateId: string,
  ids: string[],
): Promise<{ id: string; vacancyId: string; stage: Stage }[]> =>
  tx.query(
    `select a.id, a.vacancy_id as "vacancyId", a.stage from unnest($2::uuid[]) as asked (id)
     join applications a on a.vacancy_id = asked.id and a.candidate_id = $1 order by a.id desc`,
    [candidateId, ids],
  );

/** The latest of each. */
async function reopeningsOf(
  tx: EntityManager,
  candidateId: string,
  ids: string[],
): Promise<Map<string, Around['reopening']>> {
  const latest: { id: string }[] = await tx.query(
    `select o.id from unnest($2::uuid[]) as asked (id) cross join lateral (
       select id from vacancy_observations o where o.candidate_id = $1 and o.vacancy_id = asked.id
         and o.concluded = 'reopened' and o.reopening is not null
       order by o.observed_at desc, o.id desc limit 1) o`,
    [candidateId, ids],
  );
  const rows = await tx.findBy(VacancyObservation, { id: In(latest.map(({ id }) => id)) });
  return new Map(rows.map((row) => [row.vacancyId, shownReopening({ ...row, reopening: row.reopening! })]));
}

/** Of each application the latest about this opening: a close is its timestamp. */
async function lettersOf(
  tx: EntityManager,
  candidateId: string,
  ids: string[],
  shownBy: ShownBy,
): Promise<Map<string, Around['letters']>> {
  if (ids.length === 0) return new Map();
  const found: { id: string; vacancyId: string }[] = await tx.query(
    `select distinct on (f.application_id) f.id, v.id as "vacancyId"
     from unnest($2::uuid[]) as asked (id)
     join vacancies v on v.id = asked.id and v.candidate_id = $1
     join applications a on a.vacancy_id = v.id and a.candidate_id = $1
     join follow_ups f on f.application_id = a.id and f.candidate_id = $1
     where f.kind = 'reopened_outreach' and (f.details ->> 'closedAt')::timestamptz = date_trunc('milliseconds', v.closed_at)
     order by f.application_id, f.id desc`,
    [candidateId, ids],
  );
  const rows = await tx.findBy(FollowUp, { id: In(found.map(({ id }) => id)) });
  const around = await surroundingsOf(tx, rows, shownBy);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const shown = found.map(({ id, vacancyId }) => {
    const row = byId.get(id)!;
    const { applicationId, contactId } = row;
    return { vacancyId, letter: { ...brief(row, around), applicationId, contactId, body: around.texts.get(id)!.body } };
  });
  return new Map(
    [...Map.groupBy(shown, ({ vacancyId }) => vacancyId)].map(([id, of]) => [id, of.map(({ letter }) => letter)]),
  );
}
