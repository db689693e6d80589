import { describe, expect, it } from '@jest/globals';
import { BACK, byDay, endOf, hasDay, planAsked, statesOf } from './plan.policy.js';

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
