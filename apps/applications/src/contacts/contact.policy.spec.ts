import { describe, expect, it } from '@jest/globals';
import { changedFields } from './contact.policy.js';

describe('a patch', () => {
  it('changes what is different, not what is only named', () => {
    const before = { name: 'Ada', tags: ['a'], email: null as string | null };
    expect(changedFields(before, { name: 'Ada', tags: ['a'] })).toEqual([]);
    expect(changedFields(before, { tags: ['a', 'b'], email: 'ada@example.org' })).toEqual(['tags', 'email']);
  });
});
