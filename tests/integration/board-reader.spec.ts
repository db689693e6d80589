import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BOARD_PROVIDERS, type BoardProvider } from '@app/contracts';
import { OutboundGuard, parseAllowList } from '@app/platform';
import { BoardReader } from '../../apps/worker/src/boards/board-reader.js';
import { HttpBoardClient, type BoardLimits } from '../../apps/worker/src/boards/http-board.client.js';
import { PolitenessGate } from '../../apps/worker/src/boards/politeness.js';
import type { Reading } from '../../apps/worker/src/boards/posting.js';
import { anAd, BoardServer, someAds } from '../support/board.server.js';

const PAGE = 'https://careers.acme.example/jobs';
const AGENT = 'Rekindle/1.2.3 (+https://rekindle.acme.example)';
const slugOf = (provider: BoardProvider) => (provider === 'jsonld' ? PAGE : 'acme');

let server: BoardServer;
beforeEach(async () => {
  server = await BoardServer.start();
});
afterEach(() => server.stop());

interface Given {
  allow?: string;
  limits?: BoardLimits;
  baseUrls?: Partial<Record<BoardProvider, string>>;
}
function reader({ allow = '', limits, baseUrls = server.baseUrls }: Given = {}): BoardReader {
  const client = new HttpBoardClient(new OutboundGuard(parseAllowList(allow)), AGENT, limits);
  return new BoardReader(client, baseUrls, new PolitenessGate(), () => ({ concurrency: 5, pauseMs: 0 }));
}
const read = (provider: BoardProvider = 'greenhouse', given: Given = {}) =>
  reader(given).read({ provider, slug: slugOf(provider), validators: null });

function okay(reading: Reading): Reading & { outcome: 'ok' } {
  if (reading.outcome !== 'ok') throw new Error(`${reading.outcome}: ${'why' in reading ? reading.why : ''}`);
  return reading;
}
const idsOf = (reading: Reading) => okay(reading).postings.map(({ id }) => id);

describe.each(BOARD_PROVIDERS)('a board of %s', (provider) => {
  it('is read as it is shown', async () => {
    const publishedAt = new Date('2026-08-05T00:00:00Z');
    const ads = [
      anAd('1001', { title: ' R&D <Lead> (m/w/d)  ', locations: ['Berlin, Germany'], publishedAt }),
      anAd('1002', { title: '\u200Fמהנדס\u200B 工程师 🚀', publishedAt }),
    ];
    const board = server.board(provider, slugOf(provider), ads);

    const { postings, problems } = okay(await read(provider));

    expect(problems).toEqual([]);
    expect(postings).toEqual([
      expect.objectContaining({
        id: '1001',
        title: ' R&D <Lead> (m/w/d)  ',
        locations: ['Berlin, Germany'],
        publishedAt,
      }),
      expect.objectContaining({ id: '1002', title: '\u200Fמהנדס\u200B 工程师 🚀' }),
    ]);
    expect(board.requests[0]?.headers).toMatchObject({ 'user-agent': AGENT, 'accept-encoding': 'gzip, br' });
  });

  it('without postings is a healthy board', async () => {
    server.board(provider, slugOf(provider));
    expect(idsOf(await read(provider))).toEqual([]);
  });

  it('that is not there is gone, and closes nobody', async () => {
    await expect(read(provider)).resolves.toMatchObject({ outcome: 'board_gone' });
    server.board(provider, slugOf(provider), someAds(2)).behave({ kind: 'vanished', status: 410 });
    await expect(read(provider)).resolves.toMatchObject({ outcome: 'board_gone' });
  });

  it('is not modified while it shows the same, and is read again when it changed', async () => {
    const board = server.board(provider, slugOf(provider), someAds(3));
    const { validators } = okay(await read(provider));
    const again = () => reader().read({ provider, slug: slugOf(provider), validators });

    await expect(again()).resolves.toEqual({ outcome: 'not_modified' });
    board.close('1001');
    expect(idsOf(await again())).toEqual(['1000', '1002']);
    board.reopen('1001');
    await expect(again()).resolves.toEqual({ outcome: 'not_modified' });
  });

  it('that answers a web page instead of its feed has failed', async () => {
    server.board(provider, slugOf(provider), someAds(2)).behave({ kind: 'html' });
    await expect(read(provider)).resolves.toMatchObject({ outcome: 'failed' });
  });

  it('that answers half of it has failed, or is known to be short', async () => {
    server.board(provider, slugOf(provider), someAds(2)).behave({ kind: 'broken-off' });
    await expect(read(provider)).resolves.toMatchObject({ outcome: 'failed' });
    if (provider === 'jsonld') return;
    server.board(provider, slugOf(provider), someAds(2)).behave({ kind: 'half' });
    await expect(read(provider)).resolves.toMatchObject({
      outcome: 'failed',
      why: expect.stringMatching(/breaks off/),
    });
  });

  it('with many postings is read whole', async () => {
    const ads = someAds(provider === 'greenhouse' ? 10_000 : 1_234);
    server.board(provider, slugOf(provider), ads);
    expect(idsOf(await read(provider)).toSorted()).toEqual(ads.map(({ id }) => id).toSorted());
  });
});

describe('a board in pages', () => {
  const paged = ['lever', 'smartrecruiters', 'teamtailor'] as const;
  it.each(paged)('of %s that repeats a page is truncated', async (provider) => {
    server.board(provider, slugOf(provider), someAds(150)).behave({ kind: 'truncated' });
    await expect(read(provider)).resolves.toMatchObject({
      outcome: 'truncated',
      why: expect.stringMatching(/repeats a page/),
    });
  });

  it('that says it has more than it shows is truncated', async () => {
    server.board('greenhouse', 'acme', someAds(3)).behave({ kind: 'truncated' });
    const why = 'it says it has 4 postings and showed 3';
    await expect(read()).resolves.toMatchObject({ outcome: 'truncated', why, postings: { length: 3 } });
  });

  it('asks every page without validators and keeps none', async () => {
    const board = server.board('lever', 'acme', someAds(150));
    const { validators } = okay(await read('lever'));
    expect(validators).toMatchObject({ etag: null, lastModified: null });
    expect(board.requests.map(({ path }) => /skip=(\d+)/.exec(path)?.[1])).toEqual(['0', '100']);
  });

  it('without an end is truncated at its two hundredth page', async () => {
    const board = server.board('teamtailor', 'acme', someAds(20_100));
    await expect(read('teamtailor')).resolves.toMatchObject({
      outcome: 'truncated',
      why: 'it has more than 200 pages',
    });
    expect(board.requests).toHaveLength(200);
  });
});

describe('a board of Personio whose feed is switched off', () => {
  const ads = () => [
    anAd('1001', { title: 'R&D <Lead> (m/w/d)' }),
    anAd('1002', { title: '\u200Fמהנדס\u200B 工程师' }),
  ];

  it('is read from its page, under the same ids, until the feed is on again', async () => {
    const board = server.board('personio', 'acme', ads());
    const fed = okay(await read('personio'));
    board.behave({ kind: 'feed-off' });
    const shown = okay(await reader().read({ provider: 'personio', slug: 'acme', validators: fed.validators }));
    const names = ({ postings }: typeof fed) =>
      postings.map(({ id, title, url, locations }) => [id, title, url, locations]);
    expect(names(shown)).toEqual(names(fed));
    expect(board.requests.slice(1).map(({ path }) => path)).toEqual([
      '/personio/acme/xml?language=en',
      '/personio/acme/?language=en',
    ]);
    board.behave({ kind: 'healthy' });
    const again = await reader().read({ provider: 'personio', slug: 'acme', validators: shown.validators });
    expect(idsOf(again)).toEqual(['1001', '1002']);
  });

  it('is not modified while its page shows the same, and validators are kept of the feed alone', async () => {
    const board = server.board('personio', 'acme', ads());
    const { validators } = okay(await read('personio'));
    board.behave({ kind: 'feed-off' });
    const shown = okay(await reader().read({ provider: 'personio', slug: 'acme', validators }));
    expect(shown.validators).toMatchObject({ etag: null, lastModified: null });
    expect(board.requests.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      validators.etag,
      undefined,
    ]);
    await expect(reader().read({ provider: 'personio', slug: 'acme', validators: shown.validators })).resolves.toEqual({
      outcome: 'not_modified',
    });
  });

  it('may be empty', async () => {
    server.board('personio', 'acme').behave({ kind: 'feed-off' });
    expect(idsOf(await read('personio'))).toEqual([]);
  });

  it('is gone only when its page is, too', async () => {
    server.board('personio', 'acme', ads()).behave({ kind: 'vanished' });
    await expect(read('personio')).resolves.toMatchObject({ outcome: 'board_gone' });
  });

  it.each([
    ['half a page', { kind: 'half' }],
    ['500', { kind: 'status', status: 500 }],
  ] as const)('has failed when its page answers %s', async (_, behaviour) => {
    const off = createServer((request, response) => {
      if (request.url?.includes('/xml')) response.writeHead(404).end();
      else if (behaviour.kind === 'half') response.end('<!DOCTYPE html><html><body><a class="job-box" href="/job/1">');
      else response.writeHead(behaviour.status).end();
    });
    await new Promise<void>((ready) => off.listen(0, '127.0.0.1', ready));
    const baseUrls = { personio: `http://127.0.0.1:${(off.address() as AddressInfo).port}/{slug}` };
    await expect(read('personio', { baseUrls })).resolves.toMatchObject({ outcome: 'failed' });
    off.closeAllConnections();
    await new Promise((closed) => off.close(closed));
  });
});

describe('validators', () => {
  it('are sent back, and 304 is a sweep that found everything as it was', async () => {
    const board = server.board('greenhouse', 'acme', someAds(2));
    const { validators } = okay(await read());
    expect(validators.etag).toMatch(/^W\//);
    await expect(reader().read({ provider: 'greenhouse', slug: 'acme', validators })).resolves.toEqual({
      outcome: 'not_modified',
    });
    expect(board.requests[1]?.headers['if-none-match']).toBe(validators.etag);
  });

  it('that were not sent make 304 a failure', async () => {
    server.board('greenhouse', 'acme').behave({ kind: 'status', status: 304 });
    await expect(read()).resolves.toMatchObject({ outcome: 'failed', why: 'it answered 304' });
  });
});

describe('a board that asks to be left alone', () => {
  it.each([
    ['429 with seconds', { kind: 'throttled', retryAfter: '120' }, 120],
    ['503 with seconds', { kind: 'throttled', retryAfter: '60', status: 503 }, 60],
    ['429 for a week', { kind: 'throttled', retryAfter: '604800' }, 21_600],
    ['429 with nonsense', { kind: 'throttled', retryAfter: 'soon' }, null],
    ['500', { kind: 'status', status: 500 }, null],
    ['403', { kind: 'status', status: 403 }, null],
  ] as const)('%s has failed', async (_, behaviour, retryAfterSeconds) => {
    server.board('greenhouse', 'acme', someAds(2)).behave(behaviour);
    await expect(read()).resolves.toMatchObject({ outcome: 'failed', retryAfterSeconds });
  });
});

describe('an answer', () => {
  it.each(['gzip', 'br'] as const)('packed with %s is unpacked', async (coding) => {
    server.board('greenhouse', 'acme', someAds(2)).behave({ kind: 'packed', coding });
    expect(idsOf(await read())).toEqual(['1000', '1001']);
  });

  it.each([
    ['of 50 MB', { kind: 'huge', megabytes: 50 }],
    ['that unpacks to 50 MB', { kind: 'packed', coding: 'gzip', megabytes: 50 }],
  ] as const)('%s is left at 30 MB', async (_, behaviour) => {
    server.board('greenhouse', 'acme').behave(behaviour);
    await expect(read()).resolves.toMatchObject({ outcome: 'failed', why: 'its answer is larger than 30 MB' });
  });

  it.each(['slow-body', 'silence'] as const)('that never ends (%s) is left at the time limit', async (kind) => {
    server.board('greenhouse', 'acme').behave({ kind });
    const limits = { timeMs: 1_000, bytes: 1_000_000 };
    const why = 'it did not answer in full within 1 seconds';
    await expect(read('greenhouse', { limits })).resolves.toMatchObject({ outcome: 'failed', why });
  });

  it.each([
    ['{"ok":false,"error":"Document not found"}', /an error instead of its postings: Document not found/],
    ['{"status":500,"error":{"message":"Down"}}', /an error instead of its postings: Down/],
    ['{"jobs":null}', /no list of postings/],
    ['"nothing"', /no list of postings/],
    ['', /nothing/],
    ['[1,2', /breaks off/],
  ])('with a good status that is an error has failed: %s', async (body, why) => {
    server.board('greenhouse', 'acme').behave({ kind: 'error-body', body });
    await expect(read()).resolves.toMatchObject({ outcome: 'failed', why: expect.stringMatching(why) });
  });

  it.each<[BoardProvider, string, RegExp]>([
    ['greenhouse', `{"jobs":[${'{},'.repeat(9_000_000)}{}]}`, /more pieces of JSON/],
    ['greenhouse', `{"jobs":[${'7,'.repeat(60_000)}7]}`, /more than 50000 postings/],
    ['personio', `<workzag-jobs>${'<a/>'.repeat(1_000_001)}</workzag-jobs>`, /more XML elements/],
  ])('of %s that would fill the memory has failed', async (provider, body, why) => {
    server.board(provider, slugOf(provider)).behave({ kind: 'error-body', body });
    await expect(read(provider)).resolves.toMatchObject({ outcome: 'failed', why: expect.stringMatching(why) });
  });

  it('in which no posting can be read has failed', async () => {
    server.board('greenhouse', 'acme').behave({ kind: 'error-body', body: '{"jobs":[{"uid":1},7,null]}' });
    await expect(read()).resolves.toMatchObject({
      outcome: 'failed',
      why: expect.stringMatching(/none of its postings/),
    });
  });

  it('of a connection that is cut has failed, and names no address', async () => {
    server.board('greenhouse', 'acme').behave({ kind: 'reset' });
    await expect(read()).resolves.toMatchObject({ outcome: 'failed', why: 'the connection failed (ECONNRESET)' });
  });

  it('of one board that is bad stops no other', async () => {
    server.board('greenhouse', 'acme').behave({ kind: 'huge', megabytes: 40 });
    server.board('greenhouse', 'globex', someAds(2));
    const through = reader();
    const [bad, good] = await Promise.all(
      ['acme', 'globex'].map((slug) => through.read({ provider: 'greenhouse', slug, validators: null })),
    );
    expect(bad).toMatchObject({ outcome: 'failed' });
    expect(good).toMatchObject({ outcome: 'ok', postings: { length: 2 } });
  });
});

describe('a single posting', () => {
  const alone = ['greenhouse', 'lever', 'smartrecruiters', 'workable', 'recruitee'] as const;
  const lookUp = async (provider: BoardProvider, ids: string[], given: Given = {}) =>
    Object.fromEntries(await reader(given).lookUp({ provider, slug: slugOf(provider) }, ids));

  it.each(alone)(
    'of %s is found although the list lacks it, and is gone or unknown once it is closed',
    async (provider) => {
      const board = server.board(provider, slugOf(provider), someAds(3));
      board.hide('1001');
      board.close('1002');
      expect(idsOf(await read(provider))).toEqual(['1000']);
      const isProof = provider !== 'lever' && provider !== 'workable';
      await expect(lookUp(provider, ['1001', '1002'])).resolves.toEqual({
        '1001': 'open',
        '1002': isProof ? 'gone' : 'unknown',
      });
      expect(board.lookUps).toEqual(['1001', '1002']);
    },
  );

  it.each(BOARD_PROVIDERS.filter((provider) => !alone.some((each) => each === provider)))(
    'of %s is not asked for',
    async (provider) => {
      const board = server.board(provider, slugOf(provider), someAds(1));
      expect(reader().looksUp(provider)).toBe(false);
      await expect(lookUp(provider, ['1000'])).resolves.toEqual({});
      expect([board.lookUps, board.requests]).toEqual([[], []]);
    },
  );

  it.each([
    ['answers a web page', { kind: 'html' }],
    ['answers half of it', { kind: 'half' }],
    ['breaks off', { kind: 'broken-off' }],
    ['answers another', { kind: 'error-body', body: '{"id":"7"}' }],
    ['answers 500', { kind: 'status', status: 500 }],
    ['answers 400', { kind: 'status', status: 400 }],
    ['answers 50 MB', { kind: 'huge', megabytes: 50 }],
    ['cuts the connection', { kind: 'reset' }],
    ['redirects to a private address', { kind: 'redirect', to: 'https://169.254.169.254/latest' }],
    ['redirects in circles', { kind: 'redirect', to: '/v1/boards/acme/jobs/1000' }],
  ] as const)('that %s is unknown', async (_, behaviour) => {
    server.board('greenhouse', 'acme', someAds(1)).behaveSingly(behaviour);
    await expect(lookUp('greenhouse', ['1000'])).resolves.toEqual({ '1000': 'unknown' });
  });

  it('is asked for no more once the server wants to be left alone, or fails over and over', async () => {
    const board = server.board('greenhouse', 'acme', someAds(9));
    const ids = someAds(9).map(({ id }) => id);
    board.behaveSingly({ kind: 'throttled', retryAfter: '60' });
    await expect(lookUp('greenhouse', ids)).resolves.toEqual({ '1000': 'unknown' });
    board.behaveSingly({ kind: 'status', status: 500 });
    await lookUp('greenhouse', ids);
    expect(board.lookUps).toHaveLength(4);
  });

  it('whose id would lead elsewhere is not asked for', async () => {
    const board = server.board('greenhouse', 'acme', someAds(1));
    await expect(lookUp('greenhouse', ['..', '.', '', 'a/b', '1000?x=1', '1000'])).resolves.toEqual({ '1000': 'open' });
    expect([board.lookUps, board.requests]).toEqual([['1000'], []]);
  });

  it('goes through the same gate as everything else of its provider', async () => {
    server.board('lever', 'acme', someAds(2));
    const passed: string[] = [];
    const gate = new PolitenessGate();
    const through = gate.through.bind(gate);
    gate.through = (lane, politeness, request) => {
      passed.push(lane);
      return through(lane, politeness, request);
    };
    const client = new HttpBoardClient(new OutboundGuard(parseAllowList('')), AGENT);
    await new BoardReader(client, server.baseUrls, gate, () => ({ concurrency: 1, pauseMs: 0 })).lookUp(
      { provider: 'lever', slug: 'acme' },
      ['1000', '1001'],
    );
    expect(passed).toEqual(['lever', 'lever']);
  });
});

describe('a redirect', () => {
  it('is followed where it is allowed to lead', async () => {
    server.board('greenhouse', 'new', someAds(2));
    server.board('greenhouse', 'acme').behave({ kind: 'redirect', to: '/v1/boards/new/jobs', status: 301 });
    expect(idsOf(await read('greenhouse', { allow: '127.0.0.1/32' }))).toEqual(['1000', '1001']);
  });

  it('of a server that the operator set is not trusted for that', async () => {
    const inner = server.board('greenhouse', 'inner', someAds(2));
    server.board('greenhouse', 'acme').behave({ kind: 'redirect', to: '/v1/boards/inner/jobs' });
    await expect(read()).resolves.toMatchObject({
      outcome: 'failed',
      why: expect.stringMatching(/not lead to a public/),
    });
    expect(inner.requests).toEqual([]);
  });

  it.each([
    ['without an end', '/v1/boards/acme/jobs', /more than 3 times/],
    ['to another host without https', 'http://example.com/', /without https/],
    ['to a private address', 'https://169.254.169.254/latest', /not lead to a public address/],
    ['to no web address', 'file:///etc/passwd', /without https/],
    ['to nowhere', 'http://', /nowhere/],
  ])('%s has failed', async (_, to, why) => {
    server.board('greenhouse', 'acme').behave({ kind: 'redirect', to });
    const reading = await read('greenhouse', { allow: '127.0.0.1/32' });
    expect(reading).toMatchObject({ outcome: 'failed', why: expect.stringMatching(why) });
  });
});

describe('a private address', () => {
  it('is not reached on a user’s word', async () => {
    let asked = 0;
    const inner = createServer((_, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((ready) => inner.listen(0, '127.0.0.1', ready));
    const { port } = inner.address() as AddressInfo;
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]']) {
      const slug = `http://${host}:${port}/jobs`;
      const reading = await reader({ baseUrls: {} }).read({ provider: 'jsonld', slug, validators: null });
      expect(reading).toMatchObject({ outcome: 'failed', why: expect.stringMatching(/not lead to a public address/) });
    }
    expect(asked).toBe(0);
    await new Promise((closed) => inner.close(closed));
  });

  it.each(['../../secrets', 'acme/jobs?x=', 'acme.evil.example/#'])(
    'is not reached by a name of a board: %s',
    async (slug) => {
      const reading = await reader().read({ provider: 'recruitee', slug, validators: null });
      expect(reading).toMatchObject({ outcome: 'failed', why: expect.stringMatching(/is no name of a board/) });
    },
  );
});
