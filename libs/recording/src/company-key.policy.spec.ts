import { describe, expect, it } from '@jest/globals';
import { nameKey } from './company-key.policy.js';

describe('company names are one company', () => {
  it.each([
    ['Acme', 'ACME'],
    [' Acme  GmbH', 'Acme GmbH'],
    ['Ａｃｍｅ', 'Acme'],
    ['Київстар', 'КИЇВСТАР'],
    ['Caf\u00e9', 'Cafe\u0301'],
    ['Acme\u00a0GmbH', 'acme gmbh'],
  ])('%j and %j', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it('but not where they differ in a letter or an accent', () => {
    expect(new Set(['Acme', 'Acmé', 'Acme 2', 'A cme'].map(nameKey)).size).toBe(4);
  });
});
