import {
  asWritten,
  because,
  NOTICES,
  ofBoard,
  ofDelivery,
  refusal,
  say,
  type Sentence,
  shapeSaid,
  within,
} from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import {
  boardSentence,
  deliverySentence,
  importProblemSentence,
  noticeSentence,
  refusalSentence,
} from './sentence.policy.js';

const id = '0198c0de-0000-7000-8000-000000000001';
const atFault = { at: '/name', said: 'blank', others: 0, orMore: false } as const;

describe('why something is not done', () => {
  it.each<[Sentence, string]>([
    [refusal('not_found', { what: 'follow_up', id }), `There is no follow-up ${id}.`],
    [refusal('not_found', { what: 'board', id }), `You watch no board ${id}.`],
    [refusal('not_found', { what: 'path', method: 'GET', path: '/x' }), 'There is nothing at GET /x.'],
    [
      refusal('in_use', { what: 'company' }),
      'Applications or contacts belong to this company. Delete or move them first.',
    ],
    [
      refusal('in_the_past', { of: 'interview', said: '2026-03-01T11:00+01:00' }),
      '2026-03-01T11:00+01:00 has passed. Say when it will be, not when it was.',
    ],
    [
      refusal('stage_does_not_follow', { from: 'withdrawn', to: 'offer', since: 'withdrawn' }),
      'offer does not follow withdrawn. A withdrawn application stays as it is.',
    ],
    [
      refusal('too_many_rows', { most: 50_000 }),
      'The file has more than 50,000 rows. Split it, with the first line above each part.',
    ],
    [
      refusal('url_not_http', { since: 'scheme', scheme: 'ftp:' }),
      '"ftp:" is not http or https. Use a plain http:// or https:// URL.',
    ],
    [
      refusal('no_interview_ahead', { stage: 'withdrawn' }),
      'An application that is withdrawn has no interview ahead. Record it as a new application.',
    ],
    [
      refusal('invalid_body', { of: 'route', ...atFault }),
      'The body is not as this route takes it: /name must not be blank.',
    ],
    [
      refusal('invalid_query', { of: 'route', ...atFault, others: 4 }),
      'The query is not as this route takes it: /name must not be blank (and 4 more).',
    ],
    [
      refusal('invalid_id', { ...atFault, at: '', others: 99, orMore: true }),
      'The address of the resource is not as this route takes it: must not be blank (and more than 99 more).',
    ],
    [
      refusal('invalid_body', { of: 'text', ...atFault, at: '', said: 'too_deep' }),
      'The body is not as this API takes it: it nests deeper than 32 levels.',
    ],
    [
      refusal('invalid_query', { of: 'route', ...atFault, ...shapeSaid('Too small: expected number to be >=1') }),
      'The query is not as this route takes it: /name Too small: expected number to be >=1.',
    ],
    [
      refusal('invalid_settings', { at: '/sendingWindow/to', said: 'ends_before_it_starts' }),
      '/sendingWindow/to must be later than the start of the window.',
    ],
    [{ code: 'ends_before_it_starts', facts: {} }, 'must be later than the start of the window'],
  ])('%j', (said, text) => {
    expect(refusalSentence(said, 'en')).toBe(text);
  });

  it('is the sentence of the reason that stands against a letter', () => {
    expect(refusalSentence(say('do_not_contact'), 'en')).toBe('The contact is marked as do not contact.');
  });

  it('is what others say of it, where that is all that is known', () => {
    const said = { code: 'bad_request', facts: within('why', asWritten('The request has no body.')) };
    expect(refusalSentence(said, 'en')).toBe('The request has no body.');
    const skipped = { code: 'disabled', facts: within('why', say('too_late', { when: 'planned' })) };
    expect(refusalSentence(skipped, 'en')).toMatch(/^The rejection came more than 14 days ago/);
  });

  it('is shown as its code where a later version says it', () => {
    expect(refusalSentence({ code: 'not_on_sundays', facts: {} }, 'en')).toBe('not_on_sundays');
  });
});

describe('what is wrong with a row of a file', () => {
  it.each<[Sentence, string]>([
    [
      { code: 'malformed_row', facts: { since: 'cells', cells: 2, header: 8 } },
      'The row has 2 cells, the header has 8.',
    ],
    [
      { code: 'malformed_row', facts: { since: 'syntax', said: 'Quote Not Closed: at line 2' } },
      'Quote Not Closed: at line 2.',
    ],
    [
      { code: 'invalid_value', facts: { column: 'Job Url', rule: 'not_a_web_address' } },
      'Job Url must be an http or https URL.',
    ],
    [
      { code: 'invalid_value', facts: { column: 'Job Title', rule: 'too_big', maximum: 500 } },
      'Job Title Too big: expected string to have <=500 characters.',
    ],
    [{ code: 'invalid_date', facts: { written: '13/13/23' } }, '"13/13/23" is not a date such as 11/13/23, 9:42 AM.'],
    [{ code: 'invalid_date', facts: within('why', asWritten('As it was said.')) }, 'As it was said.'],
    [{ code: 'of_tomorrow', facts: {} }, 'of_tomorrow'],
  ])('%j', (said, text) => {
    expect(importProblemSentence(said, 'en')).toBe(text);
  });
});

const nowhere = refusal('host_unresolvable', { host: 'x.example' });

describe('what a sweep came to', () => {
  it.each<[Sentence, string]>([
    [
      because(ofBoard('not_read', { times: 1, since: null, nextAt: 'later' }), ofBoard('answered', { status: 503 })),
      'Could not be read: it answered 503. Nothing counts as closed; asked again at later.',
    ],
    [
      because(ofBoard('not_there', { times: 2, since: 'then', nextAt: 'later' }), ofBoard('no_such_board')),
      'Is not there any more 2 times in a row since then: there is no such board. Nothing counts as closed; asked again at later.',
    ],
    [
      because(ofBoard('robots_not_answered'), nowhere),
      'the host "x.example" cannot be resolved. Check its spelling when asked for its robots.txt',
    ],
    [because(ofBoard('page_failed', { page: 2 }), asWritten('As it was said.')), 'page 2: As it was said.'],
    [{ code: 'of_tomorrow', facts: {} }, 'of_tomorrow'],
  ])('%j', (said, text) => {
    expect(boardSentence(said, 'en')).toBe(text);
  });
});

describe('what became of a webhook', () => {
  it.each<[Sentence, string]>([
    [
      because(ofDelivery('unreachable'), nowhere),
      'unreachable: The host "x.example" cannot be resolved. Check its spelling.',
    ],
    [
      { code: 'given_up', facts: { attempts: 10, ...within('last', ofDelivery('redirected', { status: 301 })) } },
      'answered 301; redirects are not followed; given up after 10 attempts',
    ],
    [asWritten('As it was said.'), 'As it was said.'],
    [{ code: 'of_tomorrow', facts: {} }, 'of_tomorrow'],
  ])('%j', (said, text) => {
    expect(deliverySentence(said, 'en')).toBe(text);
  });
});

const ABOUT_LOOKING = NOTICES.filter((notice) => notice !== 'preview_incomplete');

it.each(ABOUT_LOOKING)('the notice %s is told in a sentence that says what to do', (notice) => {
  expect(noticeSentence(notice, 'en')).toMatch(/PATCH \/api\/v1\/settings with \{"looking": /);
});
