import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { slotFor, type Queue } from './letter-slot.policy.js';

const now = new Date('2026-11-24T10:00:00Z');
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const slot = (queue: Partial<Queue>, lastAttempt: number | null = null) => {
  const whole = { ahead: 0, slots: [], hadSlot: false, ...queue };
  const lastAttemptAt = lastAttempt === null ? null : inSeconds(lastAttempt);
  return (slotFor({ queue: whole, lastAttemptAt, spacingMs: 30_000, now }).getTime() - now.getTime()) / 1000;
};

describe('a letter whose time has come, with 30 seconds between two', () => {
  it.each<[string, number, Partial<Queue>, number | null]>([
    ['goes when nobody is before it', 0, {}, null],
    ['goes when the last one went long ago', 0, {}, -30],
    ['waits until the last one is long enough ago', 20, {}, -10],
    ['leaves a moment to each one ahead', 62, { ahead: 2 }, null],
    ['comes after those that wait', 72, { slots: [inSeconds(10), inSeconds(41)] }, -20],
    ['takes a moment that is free between them', 10, { slots: [inSeconds(60)] }, -20],
    ['leaves that moment to the one ahead', 91, { ahead: 1, slots: [inSeconds(60)] }, -20],
    ['goes at its slot, whoever waits behind it', 0, { hadSlot: true, slots: [inSeconds(20)] }, -31],
    ['and shifts a little when the one before it was late', 5, { hadSlot: true, slots: [inSeconds(31)] }, -25],
    ['but not past one that is still before it', 36, { hadSlot: true, slots: [inSeconds(5)] }, -25],
  ])('%s', (_rule, expected, queue, lastAttempt) => {
    expect(slot(queue, lastAttempt)).toBe(expected);
  });
});

interface Letter {
  dueAt: number;
  waits: boolean;
  wentAt: number | null;
  lines: number;
}

/** Letters due at these moments; `lag` says how long each look at one takes to come. */
function run(dues: readonly number[], spacingMs: number, lag: () => number): Letter[] {
  const letters = dues.map((dueAt): Letter => ({ dueAt, waits: false, wentAt: null, lines: 0 }));
  const looks = letters.map((letter) => ({ letter, at: letter.dueAt + lag() }));
  const isBefore = (a: Letter, b: Letter) =>
    a.dueAt < b.dueAt || (a.dueAt === b.dueAt && letters.indexOf(a) < letters.indexOf(b));
  for (let look; (look = looks.sort((a, b) => a.at - b.at).shift());) {
    const { letter, at } = look;
    const open = letters.filter((other) => other !== letter && other.wentAt === null);
    const wentAt = letters.flatMap((other) => other.wentAt ?? []);
    const queue = {
      ahead: open.filter((other) => other.dueAt <= at && other.dueAt > at - 60_000 && isBefore(other, letter)).length,
      slots: open.flatMap(({ waits, dueAt }) => (waits && dueAt > at ? new Date(dueAt) : [])).sort((a, b) => +a - +b),
      hadSlot: letter.waits,
    };
    const lastAttemptAt = wentAt.length > 0 ? new Date(Math.max(...wentAt)) : null;
    const given = slotFor({ queue, lastAttemptAt, spacingMs, now: new Date(at) }).getTime();
    if (given <= at) letter.wentAt = at;
    else {
      Object.assign(letter, { dueAt: given, waits: true, lines: letter.lines + 1 });
      looks.push({ letter, at: given + lag() });
    }
  }
  return letters;
}

const spacing = fc.integer({ min: 1_000, max: 60_000 });
const lagOf = (most: number) => fc.infiniteStream(fc.integer({ min: 0, max: most }));
const nextOf = (lags: Stream) => () => lags.next().value as number;
type Stream = IterableIterator<number>;
const lines = (letters: Letter[]) => letters.reduce((sum, letter) => sum + letter.lines, 0);

describe('however many letters there are', () => {
  it('due at once and looked at in any order: each moves at most twice, and they go in order, with the time between them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), spacing, lagOf(900), (count, spacingMs, lags) => {
        const letters = run(Array<number>(count).fill(0), spacingMs, nextOf(lags as Stream));
        expect(Math.max(...letters.map((letter) => letter.lines))).toBeLessThanOrEqual(2);
        letters.reduce((before, letter) => {
          expect(letter.wentAt! - before.wentAt!).toBeGreaterThanOrEqual(spacingMs);
          return letter;
        });
      }),
    );
  });

  it('due whenever, on a machine that is slow: all go, never too close, and the ledger stays short', () => {
    const due = fc.integer({ min: 0, max: 120_000 });
    fc.assert(
      fc.property(fc.array(due, { minLength: 2, maxLength: 60 }), spacing, lagOf(4_000), (dues, spacingMs, lags) => {
        const letters = run(dues, spacingMs, nextOf(lags as Stream));
        const went = letters.map(({ wentAt }) => wentAt!).sort((a, b) => a - b);
        for (const [index, at] of went.entries())
          if (index > 0) expect(at - went[index - 1]!).toBeGreaterThanOrEqual(spacingMs);
        expect(lines(letters)).toBeLessThanOrEqual(4 * letters.length);
      }),
    );
  });
});
