import { describe, expect, it } from '@jest/globals';
import { changedFields, formerKeysAfter, requireOneCountry } from './contact.policy.js';

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

describe('the addresses somebody had', () => {
  it.each([
    [null, [], 'a', []],
    ['a', [], 'b', ['a']],
    ['b', ['a'], null, ['a', 'b']],
    ['b', ['a'], 'a', ['b']],
    ['a', ['b'], 'a', ['b']],
    [null, ['a', 'b'], 'b', ['a']],
  ])('at %j, formerly at %j, now at %j: %j', (emailKey, formerKeys, next, expected) => {
    expect(formerKeysAfter({ emailKey, formerKeys }, next)).toEqual(expected);
  });
});
