import { describe, expect, it } from '@jest/globals';
import { isBetween, pastWith } from './touch.policy.js';

const touch = (at: string, followUpId: string | null = null) => ({ at, followUpId });
const step = (id: string, sentAt: string | null, updatedAt = '2026-01-01') => ({ id, sentAt, updatedAt });

describe('what was between two people', () => {
  it('stands in the order in which it was, a letter and that it went once', () => {
    const past = pastWith(
      [touch('2026-03-01'), touch('2026-02-01', 'letter'), touch('2026-01-15', 'reminder')],
      [step('letter', '2026-02-01'), step('failed', null, '2026-02-15')],
    );
    expect(past.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      'touch 2026-01-15',
      'step 2026-02-01',
      'step 2026-02-15',
      'touch 2026-03-01',
    ]);
  });
});

it('what one does for oneself about a job is not between two people', () => {
  expect(isBetween({ audience: 'candidate', kind: 'reflection' })).toBe(false);
  expect(isBetween({ audience: 'candidate', kind: 'check_in' })).toBe(true);
  expect(isBetween({ audience: 'contact', kind: 'thank_you' })).toBe(true);
});
