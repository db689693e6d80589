import { describe, expect, it } from '@jest/globals';
import { ad, atHour } from '../../../../../tests/support/swept-board.js';
import { seenRow } from './known-posting.policy.js';
import { neverSeen } from './never-seen.policy.js';

const UUID = '74820555-1111-4222-8333-444455556666';
const rows = (...ads: Parameters<typeof ad>[]) =>
  new Map(ads.map((each) => [each[0], seenRow(undefined, ad(...each), atHour(0))]));
const of = (watched: string[], known = rows(['1'], ['2'])) => neverSeen(new Set(watched), known);

describe('a watched posting', () => {
  it('that no posting of the board is was never seen', () => expect(of(['2', '9', '10'])).toEqual(['10', '9']));

  it('that closed was seen', () => {
    const closed = rows(['1'], ['2']);
    closed.set('1', { ...closed.get('1')!, status: 'closed' });
    expect(of(['1'], closed)).toEqual([]);
  });

  it('was seen by whatever name the board has for it', () => {
    const known = rows(
      ['1', { url: `https://jobs.lever.co/acme/${UUID}` }],
      ['2', { jobIds: ['publication:744000099999999'] }],
    );
    expect(of([UUID, '744000099999999', 'x'], known)).toEqual(['x']);
  });

  it('is in doubt on a board that never showed any', () => expect(of(['1'], rows())).toEqual([]));
});
