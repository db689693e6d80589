/** Manners towards boards, as all workers of an installation keep them together. */
import { ofBoard } from '@app/contracts';
import { Database } from '@app/database';
import { OutboundGuard, parseAllowList } from '@app/platform';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BodyParser } from '../../apps/worker/src/boards/reading/body-parser.js';
import { BoardReader } from '../../apps/worker/src/boards/reading/board-reader.js';
import { HttpBoardClient } from '../../apps/worker/src/boards/reading/http-board.client.js';
import { PoliteAsking } from '../../apps/worker/src/boards/reading/polite-asking.js';
import { KeptRobots } from '../../apps/worker/src/boards/reading/robots.js';
import { SharedPoliteness } from '../../apps/worker/src/boards/reading/shared-politeness.js';
import { ParserPool } from '../../apps/worker/src/parsers/parser-pool.js';
import { BOARD_PARSER } from '../support/board-readings.js';
import { saying } from '../support/sentences.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const AGENT = 'Rekindle/1.2.3 (+https://rekindle.acme.example)';
const JOB = '<script type="application/ld+json">{"@type":"JobPosting","title":"Cook","identifier":"R-7"}</script>';

const parsers = new ParserPool(BOARD_PARSER);
const parser = new BodyParser(parsers);

let db: TestDatabase;
let databases: Database[];
beforeAll(async () => {
  db = await createTestDatabase();
  databases = await Promise.all(['one', 'two'].map((name) => Database.connect(db.workerUrl, { name, poolSize: 4 })));
}, 120_000);
afterAll(async () => {
  parsers.close();
  await Promise.all(databases.map((database) => database.close()));
  await db.drop();
});
const workers = () =>
  databases.map((database) => new SharedPoliteness(database)) as [SharedPoliteness, SharedPoliteness];

describe('requests of two workers to one provider', () => {
  it('are as many at once, and as far apart, as those of one', async () => {
    const begun: number[] = [];
    let atOnce = 0;
    let most = 0;
    const request = async () => {
      begun.push(performance.now());
      atOnce += 1;
      most = Math.max(most, atOnce);
      await db.query('select 1');
      atOnce -= 1;
    };
    const polite = { concurrency: 1, pauseMs: 300 };
    await Promise.all(workers().flatMap((worker) => [1, 2].map(() => worker.through('lever', polite, request))));
    const pauses = begun.slice(1).map((at, before) => at - begun[before]!);
    expect(most).toBe(1);
    expect(Math.min(...pauses)).toBeGreaterThan(250);
    expect(await db.query('select 1 from board_turns')).toEqual([]);
  });

  it('go on when a worker died in one', async () => {
    await db.query(`insert into board_lanes (lane) values ('ashby')`);
    await db.query(
      `insert into board_turns (id, lane, until) values (gen_random_uuid(), 'ashby', now() - interval '1 second')`,
    );
    const asked = await workers()[0].through('ashby', { concurrency: 1, pauseMs: 0 }, () => Promise.resolve('asked'));
    expect(asked).toBe('asked');
  });

  it('wait for the next sweep while the provider wants peace, whichever worker it told', async () => {
    const [one, two] = workers();
    await one.holdBack('workable', 3_600);
    await one.holdBack('workable', 60);
    const polite = { concurrency: 1, pauseMs: 0 };
    await expect(two.through('workable', polite, () => Promise.resolve())).rejects.toMatchObject({
      name: 'PeaceAskedFor',
      seconds: expect.closeTo(3_600, -2),
    });
    await expect(two.through('recruitee', polite, () => Promise.resolve('asked'))).resolves.toBe('asked');
  });
});

describe('a page of a site', () => {
  let server: Server | undefined;
  const asked: string[] = [];
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    asked.length = 0;
  });

  /** A site with these rules, and a reader of it. */
  async function site(robots: { status: number; body?: string }) {
    const current: { status: number; body?: string; peace?: string } = { ...robots };
    server = createServer((request, response) => {
      asked.push(request.url!);
      if (request.url === '/jobs/moved') response.writeHead(302, { location: '/busy' }).end();
      else if (request.url !== '/robots.txt' && current.peace !== undefined) {
        response.writeHead(429, { 'retry-after': current.peace }).end();
      } else if (request.url !== '/robots.txt') response.end(JOB);
      else response.writeHead(current.status).end(current.body ?? '');
    });
    await new Promise<void>((ready) => server!.listen(0, '127.0.0.1', ready));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = new HttpBoardClient(new OutboundGuard(parseAllowList('127.0.0.1/32')), AGENT);
    const kept = new KeptRobots(databases[0]!, client, parser);
    const reader = new BoardReader(new PoliteAsking(client, {}, workers()[0], undefined, kept), parser);
    const read = (path: string) => reader.read({ provider: 'jsonld', slug: `${origin}${path}`, validators: null });
    return { origin, current, read };
  }
  const rulesGrowOld = (hours: number) =>
    db.query(
      `update robots set asked_at = asked_at - make_interval(hours => $1), read_at = read_at - make_interval(hours => $1)`,
      [hours],
    );

  it('is read where its robots.txt lets it, which is asked for once a day', async () => {
    const { read } = await site({ status: 200, body: 'User-agent: *\nDisallow: /intern' });
    expect(await read('/jobs/1')).toMatchObject({ outcome: 'ok', postings: [{ id: 'R-7' }] });
    await read('/jobs/2');
    expect(asked).toEqual(['/robots.txt', '/jobs/1', '/jobs/2']);
    await rulesGrowOld(25);
    await read('/jobs/3');
    expect(asked.slice(3)).toEqual(['/robots.txt', '/jobs/3']);
  });

  it('is left alone once another of its host has asked for peace', async () => {
    const { read, current } = await site({ status: 404 });
    current.peace = '3600';
    expect(await read('/jobs/1')).toMatchObject({
      outcome: 'failed',
      why: ofBoard('answered', { status: 429 }),
      retryAfterSeconds: 3_600,
    });
    expect(await read('/jobs/2')).toMatchObject({ outcome: 'failed', retryAfterSeconds: expect.closeTo(3_600, -2) });
    expect(asked).toEqual(['/robots.txt', '/jobs/1']);
  });

  it('speaks for none of those beside it when it redirects to who asks for peace', async () => {
    const { read, current } = await site({ status: 404 });
    current.peace = '3600';
    expect(await read('/jobs/moved')).toMatchObject({ outcome: 'failed', retryAfterSeconds: 3_600 });
    delete current.peace;
    expect(await read('/jobs/2')).toMatchObject({ outcome: 'ok' });
  });

  it('is left alone where it says so, and closes nobody', async () => {
    const { read } = await site({ status: 200, body: 'User-agent: rekindle\nDisallow: /' });
    expect(await read('/jobs/1')).toMatchObject({ outcome: 'failed', why: saying(/robots\.txt/) });
    expect(asked).toEqual(['/robots.txt']);
  });

  it.each([404, 410, 401, 403])('is read where there are no rules to be had: %i', async (status) => {
    const { read } = await site({ status });
    expect(await read('/jobs/1')).toMatchObject({ outcome: 'ok' });
  });

  it.each([500, 503, 429])('is left alone while its rules cannot be had, and asked again soon: %i', async (status) => {
    const { read, current } = await site({ status });
    expect(await read('/jobs/1')).toMatchObject({ outcome: 'failed', why: saying(/robots\.txt/) });
    await read('/jobs/1');
    expect(asked).toEqual(['/robots.txt']);
    await rulesGrowOld(1);
    Object.assign(current, { status: 200, body: '' });
    expect(await read('/jobs/1')).toMatchObject({ outcome: 'ok' });
  });

  it('is read by the rules of before while new ones cannot be had', async () => {
    const { read, current } = await site({ status: 200, body: 'User-agent: *\nDisallow: /intern' });
    await read('/jobs/1');
    await rulesGrowOld(30);
    current.status = 500;
    expect(await read('/jobs/1')).toMatchObject({ outcome: 'ok' });
    expect(await read('/intern/1')).toMatchObject({ outcome: 'failed' });
    await rulesGrowOld(31 * 24);
    expect(await read('/jobs/1')).toMatchObject({ outcome: 'failed' });
  });
});
