/** Pages made to stop whoever reads them, served to the worker as it runs: nobody waits for them, and each board says what is wrong. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { someAds } from '../support/board.server.js';
import { eventually } from '../support/eventually.js';
import type { House } from '../support/house.js';
import { BLANKS_BEHIND_A_WORD, HOSTILE_BODIES } from '../support/hostile-bodies.js';
import { RadarHouse } from '../support/radar-house.js';

jest.setTimeout(240_000);

const HOUR_MS = 3_600_000;

interface ShownBoard {
  slug: string;
  outcome: string | null;
  why: string | null;
  nextSweepAt: string;
}

describe('a worker that reads hostile boards', () => {
  let radar: RadarHouse;
  let house: House;
  beforeAll(async () => {
    radar = await RadarHouse.open();
    house = radar.house;
  });
  afterAll(() => radar.close());

  const boardAt = async (slug: string) => {
    const { data } = await house.api.expect<{ data: ShownBoard[] }>('GET', '/boards');
    return data.find((board) => board.slug === slug)!;
  };
  const backsOff = async (slug: string, why: RegExp, outcome = 'failed') => {
    const board = await boardAt(slug);
    expect(board).toMatchObject({ outcome, why: expect.stringMatching(why) });
    const hours = (Date.parse(board.nextSweepAt) - Date.now()) / HOUR_MS;
    expect(hours).toBeGreaterThan(5);
    expect(hours).toBeLessThan(9);
  };
  const page = (slug: string, body: string) => {
    const packed = gzipSync(body);
    const headers = { 'content-type': 'text/html', 'content-encoding': 'gzip' };
    radar.boards.board('jsonld', slug).behave({ kind: 'raw', body: packed, headers });
    return packed.length;
  };
  /** How long it took until what follows from a rejection was planned, in milliseconds of the database. */
  const planned = async (companyName: string) => {
    const contact = { name: 'Dana Ito', email: `dana@${companyName}.example`, role: 'recruiter' };
    const { id } = await house.apply({ companyName, title: 'Engineer', stage: 'interview', contact });
    const [before] = await house.db.query<{ now: Date }>('select clock_timestamp() as now');
    await house.api.expect('POST', `/applications/${id}/rejection`, {});
    const [row] = await eventually(
      () =>
        house.db.query<{ at: Date }>(
          'select min(created_at) as at from follow_ups where application_id = $1 having count(*) > 0',
          [id],
        ),
      { what: 'the plan' },
    );
    return row!.at.getTime() - before!.now.getTime();
  };

  it('plans a rejection within five seconds while a page of three kilobytes unfolds to three megabytes of blanks', async () => {
    const url = 'https://careers.blanks.example/job/2';
    expect(page(url, BLANKS_BEHIND_A_WORD)).toBeLessThan(4_000);
    await house.apply({ companyName: 'Blanks', title: 'Engineer', url });
    await eventually(async () => (await radar.sweeps(url)).length === 1 || boardAt(url), { what: 'the board' });
    expect(await planned('beside')).toBeLessThan(5_000);
    await radar.swept(url, 1);
    await backsOff(url, /too long to be proof of anything/, 'never_read');
  });

  it('plans as fast while a page keeps its parser busy until it is ended', async () => {
    const url = 'https://careers.tags.example/job/2';
    page(
      url,
      HOSTILE_BODIES.find(({ what }) => what.includes('closing tags'))!
        .body()
        .toString(),
    );
    await house.apply({ companyName: 'Tags', title: 'Engineer', url });
    await eventually(() => house.db.query('select 1 from boards where slug = $1 and lease_until > now()', [url]), {
      what: 'the sweep being under way',
    });
    expect(await planned('busy')).toBeLessThan(5_000);
    await radar.swept(url, 1);
    await backsOff(url, /reading it took more than 2 seconds/);
  });

  it('leaves a bomb at 30 MB', async () => {
    const url = 'https://careers.bomb.example/job/2';
    expect(page(url, ' '.repeat(60_000_000))).toBeLessThan(60_000);
    await house.apply({ companyName: 'Bomb', title: 'Engineer', url });
    await radar.swept(url, 1);
    await backsOff(url, /larger than 30 MB/);
  });

  it('goes on with everybody else’s boards', async () => {
    radar.boards.board('greenhouse', 'healthy', someAds(2));
    await radar.vacancyOn('healthy', '1001');
    expect(await radar.sweeps('healthy')).toEqual(['ok']);
  });
});

describe('a board whose every reading takes its worker with it', () => {
  let radar: RadarHouse;
  beforeAll(async () => {
    radar = await RadarHouse.open();
  });
  afterAll(() => radar.close());

  const unfinished = async () => {
    const [board] = await radar.house.db.query<{ unfinished_readings: number; failures: number; next_sweep_at: Date }>(
      'select unfinished_readings, failures, next_sweep_at from boards where slug = $1',
      ['deadly'],
    );
    return board!;
  };

  it('is left alone after the third, with its reason, and tried once after each time of peace', async () => {
    const board = radar.boards.board('greenhouse', 'deadly', someAds(2));
    board.behave({ kind: 'silence' });
    await radar.house.api.expect('POST', '/vacancies', {
      companyName: 'Deadly',
      title: 'Engineer',
      board: { provider: 'greenhouse', slug: 'deadly', postingId: '1001' },
    });
    for (let readings = 1; readings <= 3; readings += 1) {
      await eventually(() => board.requests.length === readings, { what: `reading ${readings}`, within: 60_000 });
      await radar.house.restartWorker();
    }
    await radar.swept('deadly', 1);
    expect(board.requests).toHaveLength(3);
    const { data } = await radar.house.api.expect<{ data: { outcome: string; why: string }[] }>('GET', '/boards');
    expect(data).toMatchObject([
      { outcome: 'failed', why: expect.stringMatching(/begun 3 times in a row and never came to an end/) },
    ]);
    expect((await unfinished()).next_sweep_at.getTime() - Date.now()).toBeGreaterThan(5 * HOUR_MS);

    await radar.house.db.query(`update boards set next_sweep_at = now() where slug = 'deadly'`);
    await eventually(() => board.requests.length === 4, { what: 'reading 4', within: 60_000 });
    await radar.house.restartWorker();
    await radar.swept('deadly', 2);
    expect([board.requests.length, await unfinished()]).toMatchObject([4, { failures: 2, unfinished_readings: 2 }]);

    board.behave({ kind: 'healthy' });
    await radar.sweep('deadly');
    expect(await unfinished()).toMatchObject({ failures: 0, unfinished_readings: 0 });
    expect(await radar.sweeps('deadly')).toEqual(['failed', 'failed', 'ok']);
  });
});
