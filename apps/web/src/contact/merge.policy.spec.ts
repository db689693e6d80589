import { describe, expect, it } from '@jest/globals';
import { joined } from './merge.policy.js';

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
