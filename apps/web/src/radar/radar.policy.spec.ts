import { describe, expect, it } from '@jest/globals';
import { askedOfBoard, askedOfRadar } from './asked.policy.js';
import { firstLines, firstToDo, openingOf, readingOf, sumOf } from './radar.policy.js';
import { openingSentence } from './radar.words.js';

const none = { open: 0, missing: 0, closed: 0, reopened: 0 };
const draft = { letters: [{ state: 'draft' as const }] };
const gone = { letters: [{ state: 'sent' as const }] };

describe('the sentence over the radar', () => {
  it.each([
    [[], none, 0, 'When a job that you watch closes, and the day it opens again, it stands here.'],
    [[], { ...none, open: 1 }, 1, 'Nothing has opened again. One job is watched.'],
    [[], { ...none, open: 11, closed: 1 }, 12, 'Nothing has opened again. 12 jobs are watched.'],
    [[gone], { ...none, reopened: 1 }, 1, 'A door has opened again.'],
    [[draft, gone], { ...none, reopened: 2 }, 4, 'Two doors have opened again. A letter about it waits for your yes.'],
    [[draft, draft], { ...none, reopened: 2 }, 4, 'Two doors have opened again. Two letters wait for your yes.'],
  ])('%j', (doors, counts, watched, sentence) => {
    expect(openingSentence(openingOf(doors, counts, watched))).toBe(sentence);
  });
});

it('offers the draft first that would go first', () => {
  const letter = (id: string, state: 'draft' | 'sent', dueAt: string) => ({ letters: [{ id, state, dueAt }] });
  const [late, soon] = [
    letter('late', 'draft', '2027-05-29T08:00:00Z'),
    letter('soon', 'draft', '2026-12-01T08:00:00Z'),
  ];
  expect(firstToDo([late, letter('gone', 'sent', '2026-11-01T08:00:00Z'), soon])).toBe('soon');
  expect(firstToDo([])).toBeNull();
});

it('adds up what is watched', () => expect(sumOf({ ...none, open: 3, closed: 4 })).toBe(7));

describe('the address', () => {
  it.each([
    [{}, {}],
    [
      { show: 'closed', q: ' acme ', boards: 'trouble' },
      { show: 'closed', q: 'acme', boards: 'trouble' },
    ],
    [{ show: 'gone', q: ' ', boards: 'all', keys: true }, {}],
    [{ q: 2026 }, { q: '2026' }],
  ])('%j asks of the radar for %j', (search, asked) => {
    expect(askedOfRadar(search)).toEqual({ show: undefined, q: undefined, boards: undefined, ...asked });
  });

  it('asks of a board for what is open, or for what is gone', () => {
    expect(askedOfBoard({ q: 'cook', gone: true })).toEqual({ q: 'cook', gone: true });
    expect(askedOfBoard({ gone: 'yes' })).toEqual({ q: undefined, gone: undefined });
  });
});

it('shows of a draft what one reads at a glance', () => {
  expect(firstLines('Dear Dana,\n\nOne.\n\nTwo.\n\nThree.\n')).toEqual({
    lines: ['Dear Dana,', 'One.', 'Two.'],
    hasMore: true,
  });
  expect(firstLines('Dear Dana')).toEqual({ lines: ['Dear Dana'], hasMore: false });
});

describe('a reading that was asked for', () => {
  const [before, after] = ['2026-12-01T06:00:00.000Z', '2026-12-01T07:00:00.000Z'];
  it.each([
    ['is under way', { sweeping: true, lastSweepAt: before }, before, 'under_way'],
    ['waits for its turn', { sweeping: false, lastSweepAt: before }, before, 'under_way'],
    ['has come', { sweeping: false, lastSweepAt: after }, before, 'read'],
    ['has come to a board that was never read', { sweeping: false, lastSweepAt: after }, null, 'read'],
    ['of somebody else is under way', { sweeping: true, lastSweepAt: before }, undefined, 'under_way'],
    ['of somebody else has come', { sweeping: false, lastSweepAt: after }, undefined, null],
  ])('%s', (_what, board, asked, reading) => expect(readingOf(board, asked)).toBe(reading));
});
