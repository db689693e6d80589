import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BoardProvider } from '@app/contracts';
import { type Given, idsOf, okay, readerOf, slugOf } from '../support/board-readings.js';
import { anAd, BoardServer } from '../support/board.server.js';

let server: BoardServer;
beforeEach(async () => {
  server = await BoardServer.start();
});
afterEach(() => server.stop());

const reader = (given?: Given) => readerOf(server, given);
const read = (provider: BoardProvider, given?: Given) =>
  reader(given).read({ provider, slug: slugOf(provider), validators: null });

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
