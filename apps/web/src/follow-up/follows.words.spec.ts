import { describe, expect, it } from '@jest/globals';
import { readerOf } from '../time/reader.policy.js';
import { moveSentence, startSentence, stopSentence } from './follows.words.js';

const yours = { timezone: 'Europe/Kyiv', reader: readerOf(['en-GB']), now: new Date('2026-12-01T08:00:00Z') };
const dana = { name: 'Dana Ito', timezone: 'America/Los_Angeles' };
const letter = {
  kind: 'feedback_request',
  state: 'waiting',
  // Thursday morning there, Thursday evening here.
  dueAt: '2026-12-03T17:14:00.000Z',
  contact: dana,
} as const;
const reminder = { ...letter, kind: 'reflection', dueAt: '2026-12-03T06:00:00.000Z' } as const;

describe('what starts', () => {
  it('is a letter in somebody’s morning', () => {
    expect(startSentence(letter, yours)).toBe(
      'On Thursday, in Dana Ito’s morning, a letter to Dana Ito that asks for a word of feedback.',
    );
    expect(startSentence({ ...letter, kind: 'thank_you', dueAt: '2026-12-02T18:00:00.000Z' }, yours)).toBe(
      'Tomorrow, in Dana Ito’s morning, a thank-you to Dana Ito.',
    );
  });

  it('is of no day that is another one here', () => {
    const early = { ...yours, now: new Date('2026-12-01T06:00:00Z') };
    expect(startSentence({ ...letter, dueAt: '2026-12-01T17:14:00.000Z' }, early)).toBe(
      'On Tuesday, in Dana Ito’s morning, a letter to Dana Ito that asks for a word of feedback.',
    );
    expect(moveSentence({ ...letter, dueAt: '2026-12-01T17:14:00.000Z', was: letter.dueAt }, early)).toMatch(
      /moves: on Tuesday\.$/,
    );
  });

  it('is a draft, a letter that is held, or none', () => {
    expect(startSentence({ ...letter, state: 'draft' }, yours)).toBe(
      'A letter to Dana Ito that asks for a word of feedback waits for your yes; it would go on Thursday, in Dana Ito’s morning.',
    );
    expect(startSentence({ ...letter, state: 'held' }, yours)).toMatch(/is written, and held\.$/);
    expect(startSentence({ ...letter, state: 'skipped' }, yours)).toBe('No letter goes to Dana Ito.');
    expect(startSentence({ ...letter, state: 'skipped', contact: null }, yours)).toBe('No letter goes.');
  });

  it('is something for oneself', () => {
    expect(startSentence(reminder, yours)).toBe('On Thursday, a quiet look back.');
    const hello = { ...reminder, kind: 'check_in', dueAt: '2027-03-01T06:00:00.000Z' } as const;
    expect(startSentence(hello, yours)).toBe('On Mon 1 Mar 2027, a hello to Dana Ito.');
  });
});

it('what stops and what moves says so', () => {
  expect(stopSentence(letter)).toBe('Stops: a letter to Dana Ito that asks for a word of feedback.');
  const was = '2026-12-01T17:14:00.000Z';
  expect(moveSentence({ ...reminder, was }, yours)).toBe('A quiet look back moves: on Thursday.');
  expect(moveSentence({ ...letter, state: 'held', was }, yours)).toMatch(/is held\.$/);
  expect(moveSentence({ ...letter, state: 'draft', was }, yours)).toMatch(/waits for your yes\.$/);
});
