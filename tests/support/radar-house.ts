/** A house whose worker reads boards from a server of the test's own, and whose hours of sweeping the test moves. */
import type { BoardProvider } from '@app/contracts';
import { BoardServer } from './board.server.js';
import { eventually } from './eventually.js';
import { House } from './house.js';

export interface WatchedVacancy {
  status: string;
  closedAt: string | null;
  history: { status: string; concluded: string | null; postingId: string | null }[];
}

export interface Told {
  type: string;
  data: { vacancyId: string } & Record<string, unknown>;
}

export class RadarHouse {
  private constructor(
    readonly house: House,
    readonly boards: BoardServer,
  ) {}

  static async open(redisUrl?: string): Promise<RadarHouse> {
    const boards = await BoardServer.start();
    const house = await House.open(redisUrl, { BOARD_BASE_URLS: JSON.stringify(boards.baseUrls) });
    await house.api.expect('POST', '/webhook-endpoints', { url: house.receiver.url });
    return new RadarHouse(house, boards);
  }

  /** Makes the board due, past every clock, and waits until it was swept. */
  async sweep(slug: string, meanwhile: () => Promise<unknown> = async () => undefined): Promise<void> {
    const before = await this.sweeps(slug);
    await this.passes(slug, '7 hours');
    await this.house.db.query(`update boards set next_sweep_at = now() where slug = $1`, [slug]);
    await meanwhile();
    await this.swept(slug, before.length + 1);
  }

  /** Everything that is remembered of the board is so much older: absences have to be hours apart. */
  async passes(slug: string, time: string): Promise<void> {
    const older = (column: string) => `${column} = ${column} - $2::interval`;
    const inBoards = ['last_sweep_at', 'baseline_at', 'listed_at', 'failing_since', 'gone_since'];
    const inPostings = ['first_seen_at', 'last_seen_at', 'missing_since', 'missed_at', 'closed_at'];
    const moment = (name: string) => `'${name}', (collapse ->> '${name}')::timestamptz - $2::interval`;
    const { db } = this.house;
    await db.query(
      `update boards set ${inBoards.map(older).join(', ')},
         collapse = collapse || jsonb_build_object(${moment('since')}, ${moment('countedAt')}) where slug = $1`,
      [slug, time],
    );
    const ofBoard = 'board_id in (select id from boards where slug = $1)';
    await db.query(`update postings set ${inPostings.map(older).join(', ')} where ${ofBoard}`, [slug, time]);
    await db.query(`update sweeps set ${older('at')} where ${ofBoard}`, [slug, time]);
    const inWatches = ['created_at', 'gone_told_at'].map(older).join(', ');
    await db.query(`update watches set ${inWatches} where ${ofBoard}`, [slug, time]);
  }

  async swept(slug: string, times: number): Promise<void> {
    const enough = async () => (await this.sweeps(slug)).length >= times;
    await eventually(enough, { what: `sweep ${times} of ${slug}`, within: 120_000 });
  }

  async sweeps(slug: string): Promise<string[]> {
    const rows = await this.house.db.query<{ outcome: string }>(
      'select s.outcome from sweeps s join boards b on b.id = s.board_id where b.slug = $1 order by s.id',
      [slug],
    );
    return rows.map(({ outcome }) => outcome);
  }

  /** Of a vacancy that is watched on this board, which was swept once. */
  async vacancyOn(slug: string, postingId: string, provider: BoardProvider = 'greenhouse'): Promise<string> {
    const board = { provider, slug, postingId };
    const named = { companyName: slug, title: 'Engineer', board };
    const { id } = await this.house.api.expect<{ id: string }>('POST', '/vacancies', named);
    await this.swept(slug, 1);
    return id;
  }

  async closes(slug: string, vacancyId: string): Promise<void> {
    for (let times = 0; times < 3; times += 1) await this.sweep(slug);
    await this.isNow(vacancyId, 'closed');
  }

  /** By their ids in the feed. */
  async postingsOf(slug: string): Promise<Record<string, string>> {
    const rows = await this.house.db.query<{ id: string; status: string }>(
      `select p.posting_id as id, p.status from postings p join boards b on b.id = p.board_id where b.slug = $1`,
      [slug],
    );
    return Object.fromEntries(rows.map(({ id, status }) => [id, status]));
  }

  vacancy(id: string): Promise<WatchedVacancy> {
    return this.house.api.expect('GET', `/vacancies/${id}`);
  }

  async isNow(vacancyId: string, status: string): Promise<WatchedVacancy> {
    const look = async () => {
      const vacancy = await this.vacancy(vacancyId);
      return vacancy.status === status && vacancy;
    };
    return eventually(look, { what: `the vacancy being ${status}` });
  }

  /** What the webhook receiver was told of this vacancy. */
  told(type: string, vacancyId: string): Told[] {
    const events = this.house.receiver.requests.map(({ body }) => JSON.parse(body.toString()) as Told);
    return events.filter((event) => event.type === type && event.data.vacancyId === vacancyId);
  }

  isTold(type: string, vacancyId: string): Promise<Told[]> {
    return eventually(() => this.told(type, vacancyId), { what: `the webhook ${type}` });
  }

  async close(): Promise<void> {
    await this.house.close();
    await this.boards.stop();
  }
}
