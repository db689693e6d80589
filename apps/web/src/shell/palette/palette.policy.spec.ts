import { describe, expect, it } from '@jest/globals';
import { type Found, groupsOf } from './palette.policy.js';

const deeds = [
  { id: 'a', word: 'Approve: Feedback request to Dana' },
  { id: 'n', word: 'Record a no' },
];
const rooms = [
  { id: '/', word: 'Today' },
  { id: '/applications', word: 'Applications' },
];
const parts = [{ id: '/settings/cadences', word: 'Settings: Cadences', also: 'wait feedback' }];
const of = (kind: Found['kind'], title: string, subtitle: string | null = null): Found => ({
  kind,
  id: `${kind} ${title}`,
  title,
  subtitle,
});
const shown = (typed: string, found: Found[] = []) =>
  groupsOf({ deeds, rooms, parts, found, typed }).map(({ kind, items }) =>
    [kind as string].concat(items.map((one) => ('word' in one ? one.word : one.title))),
  );

describe('the palette', () => {
  it('offers what can be done and where one can go before anything is typed, and nothing that was found before', () => {
    const former = [of('company', 'Acme')];
    expect(shown('', former)).toEqual([
      ['do', ...deeds.map(({ word }) => word)],
      ['go', 'Today', 'Applications'],
    ]);
    expect(shown('  ', former)).toEqual(shown(''));
  });

  it.each([
    [
      'app',
      [
        ['do', 'Approve: Feedback request to Dana'],
        ['go', 'Applications'],
      ],
    ],
    ['DANA app', [['do', 'Approve: Feedback request to Dana']]],
    ['wai', [['go', 'Settings: Cadences']]],
    ['pplic', []],
    ['no', [['do', 'Record a no']]],
  ])('by the beginnings of words: %s', (typed, groups) => {
    expect(shown(typed)).toEqual(groups);
  });

  it('keeps of a former answer what the words would find, too', () => {
    const found = [of('application', 'Data Engineer', 'Crème'), of('contact', 'Ana Lima', 'ana@acme.example')];
    expect(shown('dat creme', found)).toEqual([['application', 'Data Engineer']]);
    expect(shown('@acme', found)).toEqual([['contact', 'Ana Lima']]);
  });

  it('names a job once where it is applied for', () => {
    const found = [of('application', 'Cook', 'Acme'), of('vacancy', 'Cook', 'Acme'), of('vacancy', 'Cook', 'Globex')];
    expect(shown('cook', found)).toEqual([
      ['application', 'Cook'],
      ['vacancy', 'Cook'],
    ]);
    expect(shown('acme', found)).toEqual([['application', 'Cook']]);
  });
});
