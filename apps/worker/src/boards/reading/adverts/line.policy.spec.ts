import { describe, expect, it } from '@jest/globals';
import { nameOfSlug, oneLine, placesIn, prose } from './line.policy.js';

describe('a line of a form', () => {
  it.each([
    ['  Chef\n & \t Cook ', 'Chef & Cook'],
    ['Cook\u0000\u2028night', 'Cook night'],
    ['\uD800Cook', '\uFFFDCook'],
    ['工程师', '工程师'],
    ['\u202Eمهندس\u202C \u2066Cook', 'مهندس Cook'],
    ['👩\u200D🍳 Cook', '👩\u200D🍳 Cook'],
    ['\u200B \u2800', null],
    ['', null],
    [null, null],
  ])('of %j is %j', (text, line) => expect(oneLine(text, 100)).toBe(line));

  it('is as short as the form takes it, and no half character', () => {
    expect(oneLine(`${'x'.repeat(9)}🚀`, 10)).toBe(`${'x'.repeat(9)}\uFFFD`);
    expect(oneLine('word '.repeat(1_000), 10)).toHaveLength(9);
  });
});

it.each([
  ['acme', 'Acme'],
  ['eu:acme-group', 'Acme Group'],
  ['DeepL', 'DeepL'],
  ['acme_co', 'Acme Co'],
])('a board called %s is most likely of %s', (slug, name) => expect(nameOfSlug(slug)).toBe(name));

it('a few places are told, and what cannot be kept is left out', () => {
  expect(placesIn(['Berlin', 'Lviv', 'Oslo', 'Rome'])).toBe('Berlin; Lviv; Oslo');
  expect(prose('a\u0000b\nc')).toBe('a b\nc');
  expect(prose(null)).toBeNull();
});
