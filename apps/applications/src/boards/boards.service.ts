import { type BoardReference, isPrivateAddress, refusal } from '@app/contracts';
import { Database, databaseNow, Watch } from '@app/database';
import { Ids, RuleViolation } from '@app/platform';
import { boardAt, watchBoard } from '@app/recording';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { type Page, pageOf } from '../http/paging.js';
import { boardById, boardsPage, latestSweeps, showBoards, showSweep } from './boards.queries.js';
import type {
  BoardAnswer,
  BoardBody,
  BoardPostingAnswer,
  BoardPostingsQuery,
  BoardsQuery,
  BoardWithSweeps,
} from './boards.schemas.js';
import { postingsPage, showPosting } from './postings.queries.js';
import { sweepNow } from './sweep-wish.policy.js';

@Injectable()
export class BoardsService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  list(candidateId: string, query: BoardsQuery): Promise<Page<BoardAnswer>> {
    return this.database.asReader(candidateId, async (tx) => {
      const shown = await showBoards(tx, await boardsPage(tx, query));
      return pageOf(
        shown,
        query.limit,
        ({ id }) => [id],
        (board) => board,
      );
    });
  }

  get(candidateId: string, id: string): Promise<BoardWithSweeps> {
    return this.database.asReader(candidateId, async (tx) => {
      const sweeps = await latestSweeps(tx, (await boardById(tx, id)).id);
      return {
        ...(await showBoard(tx, id)),
        sweeps: sweeps.map(showSweep),
      };
    });
  }

  postings(candidateId: string, id: string, query: BoardPostingsQuery): Promise<Page<BoardPostingAnswer>> {
    return this.database.asReader(candidateId, async (tx) => {
      const board = await boardById(tx, id);
      const rows = await postingsPage(tx, board, query);
      return pageOf(rows, query.limit, ({ key }) => key, showPosting);
    });
  }

  watch(caller: Caller, body: BoardBody): Promise<BoardAnswer> {
    return this.commands.run(caller, async (tx) =>
      showBoard(tx, await watchBoard(tx, this.ids, caller.candidateId, named(body))),
    );
  }

  unwatch(caller: Caller, id: string): Promise<void> {
    return this.commands.run(caller, async (tx) => {
      await boardById(tx, id);
      await tx.delete(Watch, { boardId: id });
    });
  }

  /** The worker sweeps; here its hour is only moved. */
  sweep(caller: Caller, id: string): Promise<BoardAnswer> {
    return this.commands.run(caller, async (tx) => {
      const nextSweepAt = sweepNow(await boardById(tx, id), await databaseNow(tx));
      if (nextSweepAt !== null) await tx.query('update boards set next_sweep_at = $2 where id = $1', [id, nextSweepAt]);
      return showBoard(tx, id);
    });
  }
}

function named({ provider, slug, url }: BoardBody): BoardReference {
  const board = provider !== undefined && slug !== undefined ? { provider, slug } : boardAt(url ?? null);
  if (board !== null) return board;
  if (isPrivateAddress(url ?? '')) {
    throw new RuleViolation(refusal('board_address_private'), { kind: 'invalid', pointer: '/url' });
  }
  throw new RuleViolation(refusal('board_not_recognised'), { kind: 'invalid', pointer: '/url' });
}

async function showBoard(tx: EntityManager, id: string): Promise<BoardAnswer> {
  const [shown] = await showBoards(tx, [await boardById(tx, id)]);
  return shown!;
}
