import { describe, expect, it } from '@jest/globals';
import { sinceOf } from './since.policy.js';
import { boardName, daysAway, whatMatched } from './vacancy.words.js';
import { webAddress } from './web-address.policy.js';

const known = { observedAt: '2026-03-01', closedAt: '2026-01-01', reopening: { at: '2026-02-01' } };

it.each([
  ['open', null],
  ['missing', '2026-03-01'],
  ['closed', '2026-01-01'],
  ['reopened', '2026-02-01'],
] as const)('a job that is %s is so since %s', (status, since) => expect(sinceOf({ ...known, status })).toBe(since));

it('what reopened by the word of an earlier version is so since it was seen', () => {
  expect(sinceOf({ ...known, status: 'reopened', reopening: null })).toBe('2026-03-01');
});

describe('the words of what was seen', () => {
  it.each([
    [[], null],
    [['posting_id'], 'What matched: the id of the posting.'],
    [['requisition:R-1', 'job:7', 'title', 'location'], 'What matched: the number of the job, the title, the place.'],
    [['something_new'], null],
  ])('%j', (matched, sentence) => expect(whatMatched(matched)).toBe(sentence));

  it.each([
    [0, 'less than a day'],
    [1, 'one day'],
    [1.9, 'one day'],
    [58, '58 days'],
  ])('away for %d days', (days, words) => expect(daysAway(days)).toBe(words));

  it('call a board by its name, and a page by where it is', () => {
    expect(boardName({ provider: 'greenhouse', slug: 'acme' })).toBe('acme on Greenhouse');
    expect(boardName({ provider: 'jsonld', slug: 'https://www.acme.example/jobs/' })).toBe('acme.example/jobs');
  });
});

it.each([
  ['https://jobs.example/1', 'https://jobs.example/1'],
  ['javascript:alert(1)', null],
  ['jobs.example', null],
  [null, null],
])('an ad at %s is a link to %s', (url, address) => expect(webAddress(url)).toBe(address));
