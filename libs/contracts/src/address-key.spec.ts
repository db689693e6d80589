import { describe, expect, it } from '@jest/globals';
import { addressKey } from './address-key.js';

describe('addresses are one address', () => {
  it.each([
    ['Ada@Example.ORG', 'ada@example.org'],
    ['josé@example.org', 'jose\u0301@example.org'],
    ['ada@пошта.укр', 'ADA@ПОШТА.УКР'],
  ])('%j and %j', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });
});
