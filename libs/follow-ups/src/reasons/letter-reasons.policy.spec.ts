import { describe, expect, it } from '@jest/globals';
import { gapUntil, pausedUntil } from './letter-reasons.policy.js';

describe('the gap after an unanswered letter', () => {
  const gap = (lastUnansweredLetterAt: Date | null, at: Date) =>
    gapUntil({ lastUnansweredLetterAt, contactGap: 'P14D', timezone: 'Europe/Kyiv', now: at });

  it('lasts until the same time of day when it is over', () => {
    expect(gap(new Date('2026-10-20T07:00Z'), new Date('2026-10-21T07:00Z'))).toEqual(new Date('2026-11-03T08:00Z'));
  });
  it('is none at its end, or without such a letter', () => {
    expect(gap(new Date('2026-10-20T07:00Z'), new Date('2026-11-03T08:00Z'))).toBeNull();
    expect(gap(null, new Date('2026-11-24T10:00Z'))).toBeNull();
  });
});

it('letters go again at the moment that was set, and while none is', () => {
  const paused = (noLettersUntil: string | null) => pausedUntil({ noLettersUntil }, new Date('2026-11-24T10:00Z'));
  expect(paused('2026-11-24T12:00:01+02:00')).toEqual(new Date('2026-11-24T10:00:01Z'));
  expect([paused('2026-11-24T12:00:00+02:00'), paused(null)]).toEqual([null, null]);
});
