import { describe, expect, it } from '@jest/globals';
import { addressKey, changedFields, requireOneCountry } from './contact.policy.js';

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

describe('country and region', () => {
  const home = { country: 'DE', region: 'DE-BY' };

  it.each([
    ['stay', {}],
    ['move together', { country: 'AT', region: 'AT-9' }],
    ['may be one of them', { country: null }],
  ])('%s', (_what, patch) => {
    expect(() => requireOneCountry(home, patch)).not.toThrow();
  });

  it.each([
    [{ country: 'AT' }, '/country'],
    [{ region: 'AT-9' }, '/region'],
  ])('contradict: %j', (patch, pointer) => {
    expect(() => requireOneCountry(home, patch)).toThrow(
      expect.objectContaining({ code: 'region_of_another_country', options: { kind: 'invalid', pointer } }),
    );
  });
});
