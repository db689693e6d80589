import { expect, it } from '@jest/globals';
import { readerOf } from '../time/reader.policy.js';
import { happeningSentence } from './story.words.js';

const yours = { timezone: 'Europe/Kyiv', reader: readerOf(['en-GB']), now: new Date('2026-12-01T08:00:00Z') };
const scheduledAt = '2026-12-03T13:00:37.535Z';
const from = '2027-01-02T23:30:00.000Z';

it.each([
  [
    'stage_changed',
    { from: 'applied', to: 'interview', scheduledAt },
    'Moved from applied to interview, for Thu 3 Dec, 15:00',
  ],
  ['interview_scheduled', { scheduledAt }, 'Interview on Thu 3 Dec, 15:00'],
  ['interview_moved', { from, scheduledAt }, 'Interview moved from Sun 3 Jan 2027, 01:30 to Thu 3 Dec, 15:00'],
  ['interview_cancelled', { scheduledAt }, 'Interview of Thu 3 Dec, 15:00 taken away'],
])('%s is told on your clock', (code, facts, sentence) => {
  expect(happeningSentence({ code, facts, text: `${code} ${scheduledAt}` }, yours)).toBe(sentence);
});

it.each([
  ['rejected', { stage: 'interview', revoked: true }, 'They said no; you took it back later'],
  ['rejected', { stage: 'interview', revoked: false }, 'as written'],
  [
    'stage_changed',
    { from: 'rejected', to: 'interview', scheduledAt: null },
    'The no no longer holds: it is at interview now',
  ],
])('a no that was taken back: %s %j', (code, facts, sentence) => {
  expect(happeningSentence({ code, facts, text: 'as written' }, yours)).toBe(sentence);
});

it('what has no hour is told in the words of the API', () => {
  const facts = { from: 'applied', to: 'screening', scheduledAt: null };
  expect(happeningSentence({ code: 'stage_changed', facts, text: 'Moved from applied to screening' }, yours)).toBe(
    'Moved from applied to screening',
  );
  expect(happeningSentence({ code: 'vacancy_closed', facts: {}, text: 'The vacancy closed' }, yours)).toBe(
    'The vacancy closed',
  );
});
