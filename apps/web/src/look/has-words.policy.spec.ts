import { describe, expect, it } from '@jest/globals';
import { hasWords, stillHaving } from './has-words.policy.js';

describe('what is typed', () => {
  it.each([
    ['Release Engineer at Vantage', 'release', true],
    ['Release Engineer at Vantage', ' VANT  rel ', true],
    ['Ingénieur at Élan', 'elan ingenieur', true],
    ['Staff Engineer at Rookwood', 'release', false],
    ['Staff Engineer at Rookwood', '', true],
  ])('%s for “%s”: %s', (text, typed, isThere) => {
    expect(hasWords(text, typed)).toBe(isThere);
  });
  it('leaves of a former answer what it would find as well, in its order', () => {
    const items = ['Staff Engineer at Rookwood', 'Release Engineer at Vantage', 'Analyst at Fenwick'].map((name) => ({
      name,
      about: 'with Ilse Brandt',
    }));
    expect(stillHaving(items, 'engineer').map(({ name }) => name)).toEqual([
      'Staff Engineer at Rookwood',
      'Release Engineer at Vantage',
    ]);
    expect(stillHaving(items, 'ilse fenwick').map(({ name }) => name)).toEqual(['Analyst at Fenwick']);
  });
});
