import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BOARD_PROVIDERS, type BoardProvider } from '@app/contracts';
import { AGENT, type Given, idsOf, okay, readerOf, slugOf } from '../support/board-readings.js';
import { anAd, BoardServer, someAds } from '../support/board.server.js';
import { saying } from '../support/sentences.js';

let server: BoardServer;
beforeEach(async () => {
  server = await BoardServer.start();
});
afterEach(() => server.stop());

const reader = (given?: Given) => readerOf(server, given);
const read = (provider: BoardProvider = 'greenhouse', given?: Given) =>
  reader(given).read({ provider, slug: slugOf(provider), validators: null });

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
      why: saying(/breaks off/),
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
      why: saying(/repeats a page/),
    });
  });

  it('that says it has more than it shows is truncated', async () => {
    server.board('greenhouse', 'acme', someAds(3)).behave({ kind: 'truncated' });
    const why = saying('it says it has 4 postings and showed 3');
    await expect(read()).resolves.toMatchObject({ outcome: 'truncated', why, postings: { length: 3 } });
  });

  it('asks every page without validators and keeps none', async () => {
    const board = server.board('lever', 'acme', someAds(150));
    const { validators } = okay(await read('lever'));
    expect(validators).toMatchObject({ etag: null, lastModified: null });
    expect(board.requests.map(({ path }) => /skip=(\d+)/.exec(path)?.[1])).toEqual(['0', '100', '150']);
  });

  it('without an end is truncated at its two hundredth page', async () => {
    const board = server.board('teamtailor', 'acme', someAds(20_100));
    await expect(read('teamtailor')).resolves.toMatchObject({
      outcome: 'truncated',
      why: saying('it has more than 200 pages'),
    });
    expect(board.requests).toHaveLength(200);
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
    await expect(read()).resolves.toMatchObject({ outcome: 'failed', why: saying('it answered 304') });
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
    await expect(read()).resolves.toMatchObject({ outcome: 'failed', why: saying('its answer is larger than 30 MB') });
  });

  it.each(['slow-body', 'silence'] as const)('that never ends (%s) is left at the time limit', async (kind) => {
    server.board('greenhouse', 'acme').behave({ kind });
    const limits = { timeMs: 1_000, bytes: 1_000_000 };
    const why = saying('it did not answer in full within 1 seconds');
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
    await expect(read()).resolves.toMatchObject({ outcome: 'failed', why: saying(why) });
  });

  it.each<[BoardProvider, string, RegExp]>([
    ['greenhouse', `{"jobs":[${'{},'.repeat(9_000_000)}{}]}`, /more pieces of JSON/],
    ['greenhouse', `{"jobs":[${'7,'.repeat(60_000)}7]}`, /more than 50000 postings/],
    ['personio', `<workzag-jobs>${'<a/>'.repeat(1_000_001)}</workzag-jobs>`, /more XML elements/],
  ])('of %s that would fill the memory has failed', async (provider, body, why) => {
    server.board(provider, slugOf(provider)).behave({ kind: 'error-body', body });
    await expect(read(provider)).resolves.toMatchObject({ outcome: 'failed', why: saying(why) });
  });

  it('in which no posting can be read has failed', async () => {
    server.board('greenhouse', 'acme').behave({ kind: 'error-body', body: '{"jobs":[{"uid":1},7,null]}' });
    await expect(read()).resolves.toMatchObject({
      outcome: 'failed',
      why: saying(/none of its postings/),
    });
  });

  it('of a connection that is cut has failed, and names no address', async () => {
    server.board('greenhouse', 'acme').behave({ kind: 'reset' });
    await expect(read()).resolves.toMatchObject({
      outcome: 'failed',
      why: saying('the connection failed (ECONNRESET)'),
    });
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
      why: saying(/not lead to a public/),
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
    expect(reading).toMatchObject({ outcome: 'failed', why: saying(why) });
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
      expect(reading).toMatchObject({ outcome: 'failed', why: saying(/not lead to a public address/) });
    }
    expect(asked).toBe(0);
    await new Promise((closed) => inner.close(closed));
  });

  it.each(['../../secrets', 'acme/jobs?x=', 'acme.evil.example/#'])(
    'is not reached by a name of a board: %s',
    async (slug) => {
      const reading = await reader().read({ provider: 'recruitee', slug, validators: null });
      expect(reading).toMatchObject({ outcome: 'failed', why: saying(/is no name of a board/) });
    },
  );
});
