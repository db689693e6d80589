import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BOARD_PROVIDERS, type BoardProvider } from '@app/contracts';
import { PolitenessGate } from '../../apps/worker/src/boards/reading/politeness.js';
import { type Given, idsOf, readerOf, slugOf } from '../support/board-readings.js';
import { BoardServer, someAds } from '../support/board.server.js';

let server: BoardServer;
beforeEach(async () => {
  server = await BoardServer.start();
});
afterEach(() => server.stop());

const reader = (given?: Given) => readerOf(server, given);
const read = (provider: BoardProvider) => reader().read({ provider, slug: slugOf(provider), validators: null });

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

  it('that another address says is gone may have moved', async () => {
    const board = server.board('greenhouse', 'acme', someAds(1));
    board.behaveSingly({ kind: 'redirect', to: '/v1/boards/no-such-board/jobs/1000' });
    const allow = '127.0.0.1/32';
    await expect(lookUp('greenhouse', ['1000'], { allow })).resolves.toEqual({ '1000': 'unknown' });
    board.behaveSingly({ kind: 'vanished', status: 410 });
    await expect(lookUp('greenhouse', ['1000'], { allow })).resolves.toEqual({ '1000': 'gone' });
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
    await lookUp('lever', ['1000', '1001'], { gate });
    expect(passed).toEqual(['lever', 'lever']);
  });
});
