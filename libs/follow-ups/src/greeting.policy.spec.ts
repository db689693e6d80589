import { describe, expect, it } from '@jest/globals';
import { callName } from './greeting.policy.js';

describe('a person is called', () => {
  it.each([
    ['Maria Kowalska', 'Maria'],
    ['  Maria   Kowalska ', 'Maria'],
    ['Jean-Luc Picard', 'Jean-Luc'],
    ["D'Arcy O'Brien", "D'Arcy"],
    ['Ágnes Szabó-Nagy', 'Ágnes'],
    ['Anna J. Smith', 'Anna'],
    ['Łukasz van der Berg', 'Łukasz'],
  ])('%s: by first name, %s', (name, expected) => {
    expect(callName(name)).toBe(expected);
  });

  it.each([
    'Maria',
    'Dr. Jane Smith',
    'Prof Jane Smith',
    'Mr Smith',
    'Ms. Ng',
    'Frau Müller',
    'J. Smith',
    'SMITH Jane',
    'Smith, Jane',
    'jane smith',
    'Олена Шевченко',
    '山田 太郎',
    'محمد علي',
    'Maria 🌸 Kowalska',
    'Maria Kowalska (HR)',
    'Recruiting Team',
    'Acme Talent Acquisition',
    'jobs@example.com',
  ])('%s: as written', (name) => {
    expect(callName(name)).toBe(name);
  });
});
