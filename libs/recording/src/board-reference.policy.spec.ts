import { describe, expect, it } from '@jest/globals';
import { boardAfter, boardAt } from './board-reference.policy.js';

const url = 'https://boards.greenhouse.io/acme/jobs/4711';
const acme = { provider: 'greenhouse', slug: 'acme', postingId: '4711' } as const;
const other = { provider: 'lever', slug: 'globex' } as const;

describe('the board of a vacancy', () => {
  it('is what its address tells', () => {
    expect(boardAt(url)).toEqual(acme);
  });

  it('is the page itself where no provider is recognised', () => {
    expect(boardAt('https://careers.acme.example/jobs/1')).toMatchObject({ provider: 'jsonld' });
  });

  it.each(['https://www.linkedin.com/jobs/view/4211', 'https://de.indeed.com/viewjob?jk=1'])(
    'is none at %s, which is not the company’s own',
    (address) => expect(boardAt(address)).toBeNull(),
  );

  it.each([
    ['what the candidate says wins over the address', { url: null, board: null }, { url, board: other }, other],
    ['a new address tells anew', { url: null, board: other }, { url }, acme],
    ['the same address tells nothing new', { url, board: other }, { url }, other],
    ['an address that goes takes with it what it told', { url, board: acme }, { url: null }, null],
    ['an address that goes leaves what the candidate said', { url, board: other }, { url: null }, other],
    ['the candidate can say that there is none', { url, board: acme }, { board: null }, null],
    ['another title changes nothing', { url, board: acme }, {}, acme],
  ])('%s', (_rule, known, said, expected) => {
    expect(boardAfter(known, said)).toEqual(expected);
  });
});
