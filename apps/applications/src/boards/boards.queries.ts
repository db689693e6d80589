import { type Facts, refusal } from '@app/contracts';
import { Board, Sweep, Vacancy, Watch } from '@app/database';
import { boardSentence } from '@app/follow-ups';
import { RuleViolation } from '@app/platform';
import { type EntityManager, In, IsNull, LessThan, Not } from 'typeorm';
import type { BoardAnswer, BoardsQuery, BoardWithSweeps } from './boards.schemas.js';

const SWEEPS_SHOWN = 20;

/** Row level security shows the candidate the boards that they watch. */
export function boardsPage(tx: EntityManager, { limit, cursor, provider }: BoardsQuery): Promise<Board[]> {
  return tx.find(Board, {
    where: { ...(cursor && { id: LessThan(cursor[0]) }), ...(provider && { provider }) },
    order: { id: 'DESC' },
    take: limit + 1,
  });
}

export async function boardById(tx: EntityManager, id: string): Promise<Board> {
  const board = await tx.findOneBy(Board, { id });
  if (board !== null) return board;
  throw new RuleViolation(refusal('not_found', { what: 'board', id }), { kind: 'not_found' });
}

export const latestSweeps = (tx: EntityManager, boardId: string): Promise<Sweep[]> =>
  tx.find(Sweep, { where: { boardId }, order: { id: 'DESC' }, take: SWEEPS_SHOWN });

export async function showBoards(tx: EntityManager, boards: Board[]): Promise<BoardAnswer[]> {
  const boardId = In(boards.map(({ id }) => id));
  const watches = await tx.find(Watch, { where: { boardId, vacancyId: Not(IsNull()) }, order: { id: 'ASC' } });
  const vacancies = await tx.findBy(Vacancy, { id: In(watches.map(({ vacancyId }) => vacancyId)) });
  const known = new Map(vacancies.map((vacancy) => [vacancy.id, vacancy]));
  return boards.map((board) => ({
    id: board.id,
    provider: board.provider,
    slug: board.slug,
    lastSweepAt: board.lastSweepAt?.toISOString() ?? null,
    outcome: board.lastOutcome,
    ...showWhy(board.lastWhyCode, board.lastWhyFacts),
    nextSweepAt: board.nextSweepAt?.toISOString() ?? null,
    openPostings: board.openPostings,
    watching: watches.flatMap(({ boardId: watched, vacancyId, postingId }) => {
      const vacancy = watched === board.id ? known.get(vacancyId!) : undefined;
      if (vacancy === undefined) return [];
      const neverSeen = postingId !== null && board.neverSeen.includes(postingId);
      return [{ vacancyId: vacancy.id, title: vacancy.title, status: vacancy.status, postingId, neverSeen }];
    }),
    createdAt: board.createdAt.toISOString(),
  }));
}

export const showSweep = ({ at, outcome, postings, ms, whyCode, whyFacts }: Sweep): BoardWithSweeps['sweeps'][number] =>
  Object.assign({ at: at.toISOString(), outcome, postings, ms }, showWhy(whyCode, whyFacts));

const showWhy = (whyCode: string | null, whyFacts: Facts) => ({
  why: whyCode === null ? null : boardSentence({ code: whyCode, facts: whyFacts }, 'en'),
  whyCode,
  whyFacts,
});
