import { type Facts, refusal } from '@app/contracts';
import { Board, databaseNow, Sweep } from '@app/database';
import { boardSentence } from '@app/follow-ups';
import { RuleViolation } from '@app/platform';
import { type EntityManager, IsNull, LessThan, Not } from 'typeorm';
import type { BoardAnswer, BoardsQuery, BoardWithSweeps } from './boards.schemas.js';
import { isSweeping } from './sweep-wish.policy.js';

const SWEEPS_SHOWN = 20;

/** Row level security shows the candidate the boards that they watch. */
export function boardsPage(tx: EntityManager, { limit, cursor, provider, trouble }: BoardsQuery): Promise<Board[]> {
  return tx.find(Board, {
    where: {
      ...(cursor && { id: LessThan(cursor[0]) }),
      ...(provider && { provider }),
      ...(trouble !== undefined && { lastWhyCode: trouble ? Not(IsNull()) : IsNull() }),
    },
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
  const now = await databaseNow(tx);
  const watching = new Map((await watchingOf(tx, boards)).map((row) => [row.boardId, row.watching]));
  return boards.map((board) => ({
    id: board.id,
    provider: board.provider,
    slug: board.slug,
    lastSweepAt: board.lastSweepAt?.toISOString() ?? null,
    outcome: board.lastOutcome,
    ...showWhy(board.lastWhyCode, board.lastWhyFacts),
    nextSweepAt: board.nextSweepAt?.toISOString() ?? null,
    sweeping: isSweeping(board, now),
    notBefore: board.notBefore !== null && board.notBefore > now ? board.notBefore.toISOString() : null,
    failures: board.failures,
    failingSince: board.failingSince?.toISOString() ?? null,
    openPostings: board.openPostings,
    watching: watching.get(board.id) ?? [],
    createdAt: board.createdAt.toISOString(),
  }));
}

interface Watching {
  boardId: string;
  watching: BoardAnswer['watching'];
}

/** In the order in which they came to be watched. */
const watchingOf = (tx: EntityManager, boards: Board[]): Promise<Watching[]> =>
  tx.query(
    `select b.id as "boardId", json_agg(json_build_object('vacancyId', v.id, 'applicationId', a.id, 'title', v.title,
       'companyName', o.name, 'status', v.status, 'postingId', w.posting_id,
       'neverSeen', w.posting_id is not null and b.never_seen ? w.posting_id) order by w.id) as watching
     from unnest($1::uuid[]) as asked (id)
     join boards b on b.id = asked.id
     join watches w on w.board_id = b.id
     join vacancies v on v.id = w.vacancy_id
     join companies o on o.id = v.company_id
     left join lateral (select a.id from applications a where a.vacancy_id = v.id order by a.id desc limit 1) a on true
     group by b.id`,
    [boards.map(({ id }) => id)],
  );

export const showSweep = ({ at, outcome, postings, ms, whyCode, whyFacts }: Sweep): BoardWithSweeps['sweeps'][number] =>
  Object.assign({ at: at.toISOString(), outcome, postings, ms }, showWhy(whyCode, whyFacts));

const showWhy = (whyCode: string | null, whyFacts: Facts) => ({
  why: whyCode === null ? null : boardSentence({ code: whyCode, facts: whyFacts }, 'en'),
  whyCode,
  whyFacts,
});
