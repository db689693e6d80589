import { describe, expect, it } from '@jest/globals';
import { columnsOf, isSettled, reminderDeed, settledBy, settledFor, toldOf } from './reflection.policy.js';

const [MON, TUE] = [new Date('2026-11-30T10:00Z'), new Date('2026-12-01T10:00Z')];
const OPEN = { lookedBackAt: null, skippedAt: null };
const LOOKED = { lookedBackAt: MON, skippedAt: null };
const SKIPPED = { lookedBackAt: null, skippedAt: MON };

describe('what is written', () => {
  it('is what is named, and no more', () => {
    expect(columnsOf({ asked: 'Kafka?', suits: { room: { side: 'right' } }, isMine: { field: 'not_sure' } })).toEqual({
      asked: 'Kafka?',
      suitsRoom: 'right',
      mineField: 'not_sure',
    });
    expect(columnsOf({ suits: { people: { note: 'Kind' } }, reason: { words: 'Nerves' } })).toEqual({
      suitsPeopleNote: 'Kind',
      reasonWords: 'Nerves',
    });
    expect(columnsOf({})).toEqual({});
  });

  it('is nothing where nothing is seen, and a pair without words is none', () => {
    expect(columnsOf({ asked: ' \n', reason: { category: null, words: '' } })).toEqual({
      asked: null,
      reasonCategory: null,
      reasonWords: null,
    });
    const pair = { requirement: 'Kafka', mine: '' };
    expect(columnsOf({ qualities: [{ requirement: ' ', mine: '' }, pair] })).toEqual({ qualities: [pair] });
  });

  it('reads as it was written, and before that as a blank page', () => {
    const blank = toldOf(null);
    expect(blank.suits.talking).toEqual({ side: null, note: null });
    const written = {
      ...blank,
      asked: 'Kafka?',
      suits: { ...blank.suits, leading: { side: 'not_right', note: 'Loud' } },
    };
    expect(toldOf({ ...columnsOf(blank), ...columnsOf(written as never) } as never)).toEqual(written);
  });
});

describe('looked back on, or skipped', () => {
  it.each([
    ['looked back', OPEN, { lookedBack: true }, { lookedBackAt: TUE, skippedAt: null }],
    ['looked back again, on the day of the first time', LOOKED, { lookedBack: true }, LOOKED],
    ['taken back', LOOKED, { lookedBack: false }, OPEN],
    ['skipped', OPEN, { skipped: true }, { lookedBackAt: null, skippedAt: TUE }],
    ['skipped after all', LOOKED, { skipped: true }, { lookedBackAt: null, skippedAt: TUE }],
    ['not skipped any more', SKIPPED, { skipped: false }, OPEN],
    ['not skipped, which takes back no look', LOOKED, { skipped: false }, LOOKED],
    ['a word alone settles nothing', SKIPPED, {}, SKIPPED],
  ])('%s', (_what, was, said, is) => expect(settledBy(was, said, TUE)).toEqual(is));

  it('is of one no: another one is open', () => {
    expect(settledFor({ ...LOOKED, rejectionId: 'a' }, 'a')).toEqual(LOOKED);
    expect(settledFor({ ...LOOKED, rejectionId: 'a' }, 'b')).toEqual(OPEN);
    expect(settledFor({ ...LOOKED, rejectionId: 'a' }, null)).toEqual(OPEN);
    expect(settledFor(null, 'a')).toEqual(OPEN);
    expect([OPEN, LOOKED, SKIPPED].map(isSettled)).toEqual([false, true, true]);
  });

  it.each([
    ['waiting', null, true, 'done'],
    ['sent', null, true, 'done'],
    ['sending', null, true, null],
    ['cancelled', 'candidate', true, null],
    ['done', 'candidate', true, null],
    ['done', 'candidate', false, 'restore'],
    ['done', 'plan', false, null],
    ['cancelled', 'candidate', false, null],
    ['waiting', null, false, null],
  ] as const)('a reminder that is %s (ended by %s), settled: %s, is %s', (state, endedBy, becomes, deed) =>
    expect(reminderDeed({ state, endedBy }, becomes)).toBe(deed),
  );

  it('needs no reminder', () => expect(reminderDeed(null, true)).toBeNull());
});
