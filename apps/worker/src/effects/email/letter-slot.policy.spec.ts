import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { slotFor } from './letter-slot.policy.js';

const now = new Date('2026-11-24T10:00:00Z');
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('a letter whose time has come, with 30 seconds between two', () => {
  it.each<[string, number, number, number | null]>([
    ['goes when nobody is before it', 0, 0, null],
    ['goes when the last one went long enough ago', 0, 0, -30],
    ['waits until the last one is long enough ago', 20, 0, -10],
    ['leaves a slot and a moment to each one before it', 62, 2, null],
    ['and to each one before it after the last one', 82, 2, -10],
  ])('%s', (_rule, expected, ahead, last) => {
    const lastAttemptAt = last === null ? null : inSeconds(last);
    expect(slotFor({ ahead, lastAttemptAt, spacingMs: 30_000, now })).toEqual(inSeconds(expected));
  });
});

interface Letter {
  /** Its place among the others. */
  since: number;
  dueAt: number;
  moves: number;
  wentAt: number | null;
}

/** Letters due at these moments, in order; `lag` says how long each look at one takes to come. */
function run(dues: readonly number[], spacingMs: number, lag: () => number): Letter[] {
  const letters = dues.map((dueAt): Letter => ({ since: dueAt, dueAt, moves: 0, wentAt: null }));
  const looks = letters.map((letter) => ({ letter, at: letter.dueAt + lag() }));
  for (let look; (look = looks.sort((a, b) => a.at - b.at).shift());) {
    const { letter, at } = look;
    const before = letters.slice(0, letters.indexOf(letter));
    const ahead = before.filter((other) => other.wentAt === null && (other.moves > 0 || other.dueAt <= at)).length;
    const attempts = letters.flatMap(({ wentAt }) => wentAt ?? []);
    const lastAttemptAt = attempts.length > 0 ? new Date(Math.max(...attempts)) : null;
    const slot = slotFor({ ahead, lastAttemptAt, spacingMs, now: new Date(at) }).getTime();
    if (slot <= at) letter.wentAt = at;
    else {
      Object.assign(letter, { dueAt: slot, moves: letter.moves + 1 });
      looks.push({ letter, at: slot + lag() });
    }
  }
  return letters;
}

type Lags = IterableIterator<number>;
const spacing = fc.integer({ min: 1_000, max: 60_000 });
const lagUpTo = (most: number) => fc.infiniteStream(fc.integer({ min: 0, max: most }));
const next = (lags: Lags) => () => lags.next().value as number;

function expectInOrder(letters: Letter[], spacingMs: number): void {
  letters.reduce((before, letter) => {
    expect(letter.wentAt! - before.wentAt!).toBeGreaterThanOrEqual(spacingMs);
    return letter;
  });
}

describe('however many letters there are, looked at in any order', () => {
  it('due at once: each moves at most twice, and they go in order, with the time between them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 80 }), spacing, lagUpTo(900), (count, spacingMs, lags) => {
        const letters = run(Array<number>(count).fill(0), spacingMs, next(lags as Lags));
        expectInOrder(letters, spacingMs);
        expect(Math.max(...letters.map(({ moves }) => moves))).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('due whenever, on a machine that is slow: they go in order all the same, and the ledgers stay short', () => {
    const dues = fc.array(fc.integer({ min: 0, max: 120_000 }), { minLength: 2, maxLength: 80 });
    fc.assert(
      fc.property(dues, spacing, lagUpTo(4_000), (given, spacingMs, lags) => {
        const letters = run(
          given.sort((a, b) => a - b),
          spacingMs,
          next(lags as Lags),
        );
        expectInOrder(letters, spacingMs);
        const moves = letters.reduce((sum, letter) => sum + letter.moves, 0);
        expect(moves).toBeLessThanOrEqual(6 * letters.length);
      }),
    );
  });
});
