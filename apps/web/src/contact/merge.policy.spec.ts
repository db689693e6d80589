import { describe, expect, it } from '@jest/globals';
import { isJustNow, joined } from './merge.policy.js';

const NOBODY = { email: null, companyName: null, timezone: null, country: null, notes: null, doNotContact: false };
const DANA = { ...NOBODY, email: 'dana@contoso.example', companyName: 'Contoso' };

describe('two entries of one person', () => {
  it.each([
    [DANA, NOBODY, { filled: [], otherAddress: null, closes: false }],
    [NOBODY, DANA, { filled: ['email', 'companyName'], otherAddress: null, closes: false }],
    [
      DANA,
      { ...NOBODY, email: 'd@home.example', notes: 'Kind.' },
      { filled: ['notes'], otherAddress: 'd@home.example', closes: false },
    ],
    [DANA, { ...DANA, doNotContact: true }, { filled: [], otherAddress: DANA.email, closes: true }],
    [{ ...DANA, doNotContact: true }, NOBODY, { filled: [], otherAddress: null, closes: true }],
  ])('%j and %j', (stays, from, told) => {
    expect(joined(stays, from)).toEqual(told);
  });
});

it('is a deed of just now for a few minutes', () => {
  const at = (minutes: number) => new Date(Date.parse('2026-12-01T10:00Z') + minutes * 60_000);
  expect([0, 9, 10, 43_000].map((minutes) => isJustNow('2026-12-01T10:00:00.000Z', at(minutes)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
