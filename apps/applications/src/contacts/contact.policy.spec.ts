import { describe, expect, it } from '@jest/globals';
import { addressKey, changedFields } from './contact.policy.js';

describe('addresses are one contact', () => {
  it.each([
    ['Ada@Example.ORG', 'ada@example.org'],
    ['josé@example.org', 'jose\u0301@example.org'],
    ['ada@пошта.укр', 'ADA@ПОШТА.УКР'],
  ])('%j and %j', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });
});

describe('a patch', () => {
  it('changes what is different, not what is only named', () => {
    const before = { name: 'Ada', tags: ['a'], email: null as string | null };
    expect(changedFields(before, { name: 'Ada', tags: ['a'] })).toEqual([]);
    expect(changedFields(before, { tags: ['a', 'b'], email: 'ada@example.org' })).toEqual(['tags', 'email']);
  });
});
