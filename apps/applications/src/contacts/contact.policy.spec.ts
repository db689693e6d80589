import { describe, expect, it } from '@jest/globals';
import { changedFields, formerKeysAfter } from './contact.policy.js';

describe('a patch', () => {
  it('changes what is different, not what is only named', () => {
    const before = { name: 'Ada', tags: ['a'], email: null as string | null };
    expect(changedFields(before, { name: 'Ada', tags: ['a'] })).toEqual([]);
    expect(changedFields(before, { tags: ['a', 'b'], email: 'ada@example.org' })).toEqual(['tags', 'email']);
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
