/** What boards may answer to hold their reader up: each is an outcome with its reason, and the reader's own process goes on. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readerOf, slugOf } from '../support/board-readings.js';
import { BoardServer, someAds } from '../support/board.server.js';
import { HOSTILE_BODIES } from '../support/hostile-bodies.js';
import { saying } from '../support/sentences.js';

jest.setTimeout(120_000);

let server: BoardServer;
beforeAll(async () => {
  server = await BoardServer.start();
});
afterAll(() => server.stop());

describe('a board that answers', () => {
  it.each(HOSTILE_BODIES)('$what has failed', async ({ provider, body, contentType, why }) => {
    const answer = Buffer.from(body());
    const headers = { 'content-type': contentType ?? 'text/plain' };
    server.board(provider, slugOf(provider)).behave({ kind: 'raw', body: answer, headers });
    const reading = await readerOf(server).read({ provider, slug: slugOf(provider), validators: null });
    expect(reading).toMatchObject({ outcome: 'failed', why: saying(why) });
  });

  it('one of them holds up no other', async () => {
    const hostile = HOSTILE_BODIES.find(({ what }) => what.includes('closing tags'))!;
    const bad = server.board(hostile.provider, slugOf(hostile.provider));
    bad.behave({ kind: 'raw', body: Buffer.from(hostile.body()), headers: {} });
    server.board('greenhouse', 'acme', someAds(2));
    const reader = readerOf(server);
    const [failed, good] = await Promise.all([
      reader.read({ provider: hostile.provider, slug: slugOf(hostile.provider), validators: null }),
      reader.read({ provider: 'greenhouse', slug: 'acme', validators: null }),
    ]);
    expect(failed).toMatchObject({ outcome: 'failed', why: saying('reading it took more than 2 seconds') });
    expect(good).toMatchObject({ outcome: 'ok', postings: { length: 2 } });
  });
});
