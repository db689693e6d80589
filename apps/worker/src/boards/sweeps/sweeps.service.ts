import { asWritten, ofBoard } from '@app/contracts';
import { Board, Database, databaseNow } from '@app/database';
import { withoutCredentials, type Logger } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { LEASE_SECONDS, whileLeased } from '../../lease.js';
import { WorkerLogger } from '../../worker.logger.js';
import { BoardReader } from '../reading/board-reader.js';
import { knownPostings, savePostings, stateOf } from './board-rows.queries.js';
import { listsAll, postingsToLookUp } from '../rules/look-up.policy.js';
import { neverSeen } from '../rules/never-seen.policy.js';
import { leaveNewRoles } from '../telling/new-role-notes.queries.js';
import type { Reading, Whereabouts } from '../rules/posting.js';
import { givenUp, UNFINISHED_AFTER_PEACE } from '../rules/unfinished.policy.js';
import { takeSweep } from '../rules/radar.policy.js';
import { arrivals, sighted } from '../rules/sighted.policy.js';
import { saveSweep } from './sweep-rows.queries.js';
import { BoardMoves } from '../telling/board-moves.service.js';
import { leaveGone, leaveGonePage } from '../telling/gone.queries.js';
import { isWatched, leaveArrivals, leaveSightings, watchedPostings } from '../telling/watchers.queries.js';

interface Claim {
  board: Board;
  token: string;
  at: Date;
}

interface Seen {
  reading: Reading;
  lookedUp: ReadonlyMap<string, Whereabouts>;
  ms: number;
  unfinished: number;
}

/** Reads one board for everybody who watches it, and keeps in one transaction what that shows and who is to hear of it. */
@Injectable()
export class Sweeps {
  private readonly logger: Logger;

  constructor(
    private readonly database: Database,
    private readonly reader: BoardReader,
    private readonly moves: BoardMoves,
    logger: WorkerLogger,
  ) {
    this.logger = logger.pino;
  }

  async handle(boardId: string): Promise<void> {
    const claim = await this.database.acrossCandidates((tx) => this.claim(tx, boardId));
    if (!claim) return;
    const started = performance.now();
    await whileLeased(
      () => this.renew(claim),
      async () => {
        const leftAlone = givenUp(claim.board.unfinishedReadings);
        const reading = leftAlone ?? (await this.read(claim.board));
        const lookedUp = await this.lookUp(claim, reading);
        const ms = Math.round(performance.now() - started);
        const unfinished = leftAlone === null ? 0 : UNFINISHED_AFTER_PEACE;
        await this.keep(claim, { reading, lookedUp, ms, unfinished });
        await this.moveOn(claim.board, reading);
      },
    );
  }

  /** Who finds a lease that ran out comes after a reading that never ended. */
  private async claim(tx: EntityManager, id: string): Promise<Claim | null> {
    const token = randomUUID();
    const [, claimed]: [unknown, number] = await tx.query(
      `update boards set lease_token = $2, lease_until = now() + make_interval(secs => $3),
         unfinished_readings = unfinished_readings + (lease_token is not null)::integer
       where id = $1 and next_sweep_at <= now() and (lease_until is null or lease_until < now())`,
      [id, token, LEASE_SECONDS],
    );
    if (claimed === 0) return null;
    if (!(await isWatched(tx, id))) {
      await this.putToSleep(tx, id);
      return null;
    }
    return { board: await tx.findOneByOrFail(Board, { id }), token, at: await databaseNow(tx) };
  }

  /** A new watch refers to the board and waits for this lock, then wakes it; or it was first, and is seen here. */
  private async putToSleep(tx: EntityManager, id: string): Promise<void> {
    await tx.query('select 1 from boards where id = $1 for update', [id]);
    const nextSweepAt = (await isWatched(tx, id)) ? () => 'next_sweep_at' : null;
    await tx.update(Board, { id }, { nextSweepAt, leaseToken: null, leaseUntil: null });
  }

  private async read({ provider, slug, validators }: Board): Promise<Reading> {
    return this.reader.read({ provider, slug, validators }).catch((error: Error): Reading => {
      this.logger.error({ err: error, provider, slug }, 'a board could not be read');
      return { outcome: 'failed', why: asWritten(withoutCredentials(error.message)), retryAfterSeconds: null };
    });
  }

  /** Whatever goes wrong here, the list is worth what it would be without. */
  private async lookUp({ board, at }: Claim, reading: Reading): Promise<ReadonlyMap<string, Whereabouts>> {
    if (!this.reader.looksUp(board.provider)) return new Map();
    try {
      const ids = await this.database.acrossCandidates(async (tx) => {
        const watched = await watchedPostings(tx, board.id);
        if (listsAll({ reading, watched })) return [];
        return postingsToLookUp({
          board: stateOf(board),
          known: await knownPostings(tx, board.id),
          reading,
          at,
          watched,
        });
      });
      return await this.reader.lookUp(board, ids);
    } catch (error) {
      const { provider, slug } = board;
      this.logger.warn({ err: error as Error, provider, slug }, 'what a list lacks could not be looked up');
      return new Map();
    }
  }

  /** What cannot be kept counts as not read: the board backs off instead of being swept over and over. */
  private async keep(claim: Claim, seen: Seen): Promise<void> {
    const { provider, slug } = claim.board;
    try {
      await this.database.acrossCandidates((tx) => this.record(tx, claim, seen));
    } catch (error) {
      this.logger.error({ err: error as Error, provider, slug }, 'a sweep could not be kept');
      const failed: Reading = { outcome: 'failed', why: ofBoard('not_stored'), retryAfterSeconds: null };
      await this.database.acrossCandidates((tx) => this.record(tx, claim, { ...seen, reading: failed }));
    }
  }

  private async record(tx: EntityManager, { board: { id }, token, at }: Claim, seen: Seen) {
    const { reading, lookedUp, ms, unfinished } = seen;
    const board = await tx.findOne(Board, { where: { id, leaseToken: token }, lock: { mode: 'for_no_key_update' } });
    if (!board) return;
    const known = await knownPostings(tx, id);
    const watched = await watchedPostings(tx, id);
    const isPage = board.provider === 'jsonld';
    const before = stateOf(board);
    const taken = takeSweep({ board: before, known, reading, at, watched, lookedUp, isPage });
    const rows = new Map([...known, ...taken.changes]);
    const open = openAmong([...rows.values()]);
    await savePostings(tx, id, taken.changes.values());
    const isOnePosting = isPage && Math.max(open, openAmong([...known.values()])) <= 1;
    await leaveSightings(tx, id, { at, seen: sighted({ known, ...taken }), isOnePosting });
    await leaveArrivals(tx, id, { at, arrived: arrivals({ known, ...taken }) });
    const { goneSince, goneToldAt, outcome } = taken.board;
    if (taken.gonePosting) await leaveGonePage(tx, id, { at, goneSince, posting: taken.gonePosting });
    else if (goneToldAt !== null && outcome === 'board_gone') await leaveGone(tx, id, { at, goneSince });
    if (!isOnePosting) await leaveNewRoles(tx, id, { at, before, after: taken.board, known, changes: taken.changes });
    const isWhole = outcome === 'ok' || outcome === 'not_modified';
    // Whoever watches a page with one ad means that ad, whatever its id.
    const unseen = isWhole ? (isOnePosting ? [] : neverSeen(watched, rows)) : null;
    await saveSweep(tx, board, taken.board, { reading, at, ms, openPostings: open, neverSeen: unseen, unfinished });
  }

  /** A page that showed a posting of its own may well lead to another one, once that is closed. */
  private async moveOn(page: Board, reading: Reading): Promise<void> {
    const place = reading.outcome === 'failed' ? reading.showsBoard : undefined;
    if (place === undefined || place.postingId === null || page.listedAt !== null) return;
    await this.moves.move(page, { ...place, postingId: place.postingId });
  }

  private async renew({ board, token }: Claim): Promise<void> {
    await this.database.acrossCandidates((tx) =>
      tx.query(`update boards set lease_until = now() + make_interval(secs => $3) where id = $1 and lease_token = $2`, [
        board.id,
        token,
        LEASE_SECONDS,
      ]),
    );
  }
}

const openAmong = (postings: { status: string }[]): number => postings.filter(({ status }) => status === 'open').length;
