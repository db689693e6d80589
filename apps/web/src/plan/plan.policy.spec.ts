import { describe, expect, it } from '@jest/globals';
import { BACK, byDay, endOf, hasDay, placed, planAsked, statesOf } from './plan.policy.js';

describe('the address', () => {
  it.each([
    [{}, {}],
    [
      { show: 'letters', stands: 'held' },
      { show: 'letters', stands: 'held' },
    ],
    [{ show: 'all', stands: 'sent', no: 'new' }, {}],
  ])('%j asks for %j', (search, asked) => {
    expect(planAsked(search)).toEqual({ show: undefined, stands: undefined, ...asked });
  });
  it('asks for whatever has not gone, unless it says how it stands', () => {
    expect(statesOf({})).toEqual(['draft', 'waiting', 'due', 'sending', 'retrying', 'held']);
    expect(statesOf({ stands: 'draft' })).toEqual(['draft']);
  });
});

describe('the days', () => {
  const row = (dueAt: string) => ({ state: 'waiting' as const, heldUntil: null, dueAt });
  it('are the reader’s, and what should have come before today stands first, together', () => {
    const rows = ['2026-11-28T10:00Z', '2026-11-30T10:00Z', '2026-12-01T22:30Z', '2026-12-02T09:00Z'].map(row);
    const days = byDay(rows, 'Europe/Kyiv', new Date('2026-12-01T10:00Z'));
    expect(days.map(({ date, rows: { length } }) => [date, length])).toEqual([
      [null, 2],
      ['2026-12-02', 2],
    ]);
  });
  it('have no place for what is held without an end', () => {
    expect(hasDay({ state: 'held', heldUntil: null })).toBe(false);
    expect(hasDay({ state: 'held', heldUntil: '2026-12-08T00:00Z' })).toBe(true);
    expect(hasDay({ state: 'draft', heldUntil: null })).toBe(true);
  });
});

describe('a letter that is held, or goes on, stands once while only one of two answers knows it', () => {
  const dueAt = '2026-12-03T10:00Z';
  const goes = (updatedAt: string) => ({ id: 'a', state: 'waiting' as const, heldUntil: null, dueAt, updatedAt });
  const held = (updatedAt: string) => ({ ...goes(updatedAt), state: 'held' as const });
  const [before, after] = ['2026-12-01T10:00:00.000Z', '2026-12-01T10:00:01.000Z'] as const;
  const counts = ({ dated, undated }: { dated: unknown[]; undated: unknown[] }) => [dated.length, undated.length];
  it.each([
    ['held, as the held ones say', [goes(before)], [held(after)], [0, 1]],
    ['held, as both say', [held(after)], [held(after)], [0, 1]],
    ['goes on, as the days say', [goes(after)], [held(before)], [1, 0]],
    ['goes on, as both say', [goes(after)], [], [1, 0]],
  ])('%s', (_, ahead, undated, there) => {
    expect(counts(placed<ReturnType<typeof goes> | ReturnType<typeof held>>(ahead, undated))).toEqual(there);
  });
});

it('tells why something ended, or was never planned', () => {
  const planned = { why: 'One question.', whyCode: 'one_question' };
  const line = (whatCode: string, whyCode: string | null) => ({ whatCode, whyCode, why: whyCode });
  const ledger = [line('planned', 'one_question'), line('cancelled', 'contact_wrote')];
  expect(endOf({ ...planned, ledger })).toEqual({ code: 'contact_wrote', text: 'contact_wrote' });
  expect(endOf({ ...planned, ledger: [] })).toEqual({ code: 'one_question', text: 'One question.' });
});

it('takes back what goes on again to what it was held for, and what is held by letting it go', () => {
  expect(BACK).toEqual({ hold: 'resume', resume: 'restore' });
});
