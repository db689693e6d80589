/** Keeps the requests of all workers to one provider or host apart, by rows: what one worker asks the others wait for. */
import type { Database } from '@app/database';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Politeness } from './connectors/connector.js';
import { LONGEST_WAIT_MS, PeaceAskedFor, PolitenessGate } from './politeness.js';

/** Longer than a request may take, and the one for robots.txt before it; a worker that died in one keeps its turn no longer. */
const TURN_SECONDS = 90;
const LOOK_AGAIN_MS = 500;

type Admission = { turn: string } | { waitMs: number; inPeace: boolean };

export class SharedPoliteness extends PolitenessGate {
  constructor(private readonly database: Database) {
    super();
  }

  override through<T>(lane: string, politeness: Politeness, request: () => Promise<T>): Promise<T> {
    // Those of this worker queue up here, in order, and only the first of them asks the rows.
    return super.through(lane, politeness, async () => {
      const turn = await this.enterShared(lane, politeness);
      try {
        return await request();
      } finally {
        await this.database.acrossCandidates((tx) => tx.query('delete from board_turns where id = $1', [turn]));
      }
    });
  }

  /** Everybody who reads at this lane was asked to wait. */
  override async holdBack(lane: string, seconds: number): Promise<void> {
    await this.database.acrossCandidates((tx) =>
      tx.query(
        `insert into board_lanes (lane, not_before) values ($1, now() + make_interval(secs => $2))
         on conflict (lane) do update set not_before = greatest(board_lanes.not_before, excluded.not_before)`,
        [lane, seconds],
      ),
    );
  }

  private async enterShared(lane: string, politeness: Politeness): Promise<string> {
    for (;;) {
      const admitted = await this.admission(lane, politeness);
      if ('turn' in admitted) return admitted.turn;
      const { waitMs, inPeace } = admitted;
      if (inPeace && waitMs > LONGEST_WAIT_MS) throw new PeaceAskedFor(Math.ceil(waitMs / 1_000));
      await pause(Math.min(waitMs, LOOK_AGAIN_MS));
    }
  }

  private admission(lane: string, { concurrency, pauseMs }: Politeness): Promise<Admission> {
    return this.database.acrossCandidates(async (tx) => {
      await tx.query('insert into board_lanes (lane) values ($1) on conflict (lane) do nothing', [lane]);
      const [row]: { freeMs: number; peaceMs: number | null; active: number }[] = await tx.query(
        `select extract(epoch from free_at - clock_timestamp())::float8 * 1000 as "freeMs",
           extract(epoch from not_before - clock_timestamp())::float8 * 1000 as "peaceMs",
           (select count(*)::int from board_turns t where t.lane = l.lane and t.until > clock_timestamp()) as active
         from board_lanes l where lane = $1 for update`,
        [lane],
      );
      const { freeMs, active } = row!;
      const peaceMs = row!.peaceMs ?? 0;
      if (peaceMs > 0) return { waitMs: peaceMs, inPeace: true };
      if (freeMs > 0) return { waitMs: Math.ceil(freeMs), inPeace: false };
      if (active >= concurrency) return { waitMs: LOOK_AGAIN_MS, inPeace: false };
      const turn = randomUUID();
      await tx.query('delete from board_turns where lane = $1 and until <= clock_timestamp()', [lane]);
      await tx.query(
        `insert into board_turns (id, lane, until) values ($1, $2, clock_timestamp() + make_interval(secs => $3))`,
        [turn, lane, TURN_SECONDS],
      );
      await tx.query(`update board_lanes set free_at = clock_timestamp() + make_interval(secs => $2) where lane = $1`, [
        lane,
        pauseMs / 1_000,
      ]);
      return { turn };
    });
  }
}
