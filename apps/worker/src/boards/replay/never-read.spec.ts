/** What answers, and shows no posting: told apart from a board that closed everything. */
import { BOARD_PROVIDERS } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { SHAPES } from '../../../../../tests/support/board-shapes.js';
import { saying } from '../../../../../tests/support/sentences.js';
import { ad, listing, SweptBoard } from '../../../../../tests/support/swept-board.js';
import { CONNECTORS } from '../reading/connectors/connectors.js';
import { NothingShown } from '../reading/connectors/connector.js';
import type { Reading } from '../rules/posting.js';

const PAGE = 'https://careers.acme.example/jobs/7';
const providers = BOARD_PROVIDERS.filter((provider) => provider !== 'jsonld');
const readBy = (provider: (typeof BOARD_PROVIDERS)[number], body: string): Reading => {
  const slug = provider === 'jsonld' ? PAGE : 'nosuchco';
  try {
    return listing(CONNECTORS[provider].parse(body, { slug, cursor: 0 }).rows.map(({ posting }) => posting));
  } catch (error) {
    if (!(error instanceof NothingShown)) throw error;
    return { outcome: 'failed', why: error.said, retryAfterSeconds: null, showsNothing: true };
  }
};
const NOT_MODIFIED: Reading = { outcome: 'not_modified' };
const NOTHING: [string, Reading][] = [
  ...providers.map((provider): [string, Reading] => [
    `an empty answer of ${provider}`,
    readBy(provider, SHAPES[provider].render([], { slug: 'nosuchco', offset: 0, limit: 100, total: 0 })),
  ]),
  ['an unchanged list', NOT_MODIFIED],
  ...[
    ['a page without markup', '<h1>Engineer</h1><a href="/apply">Apply</a>'],
    ['a shell', '<div id="root"></div><script src="/app.js"></script>'],
    ['a challenge', '<p>Just a moment...</p>'],
    ['a login', '<input type="password">'],
    ['a page that says it is closed', '<p>This job is no longer available.</p>'],
  ].map(([what, html]): [string, Reading] => [what!, readBy('jsonld', html!)]),
];

describe('what never showed a posting', () => {
  it.each(NOTHING)('by %s was never read, closes nobody, and says to check its address', (_, reading) => {
    const board = new SweptBoard();
    for (const hours of [0, 12, 24, 48]) {
      const told = board.sweep(reading, hours);
      expect(told).toMatchObject({ closed: [], reopened: [], similar: [] });
      expect(told.board).toMatchObject({
        outcome: 'never_read',
        note: saying(/check that the address/),
      });
    }
  });

  it.each(NOTHING)(
    'by %s closes nobody the first two times where there was one, and is not taken for that',
    (_, reading) => {
      const board = new SweptBoard();
      board.sweep([ad('1'), ad('2')], 0);
      for (const hours of [12, 24]) {
        expect(board.sweep(reading, hours).closed).toEqual([]);
        expect(board.board.outcome).not.toBe('never_read');
      }
    },
  );

  it('is no list where it is a page of one job', () => {
    const page = new SweptBoard(true);
    for (const reading of [readBy('jsonld', '<p>This job is no longer available.</p>'), NOT_MODIFIED]) {
      const { note } = page.sweep(reading, reading === NOT_MODIFIED ? 12 : 0).board;
      expect(note).toEqual(
        saying(/ever seen here: the page itself says that its job is no longer open\. .*check that the address/),
      );
    }
    expect(new SweptBoard().sweep([], 0).board.note).toEqual(saying(/its list is empty/));
  });
});
