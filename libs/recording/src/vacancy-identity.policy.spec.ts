import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { becomesAnother, sameVacancy, toldAnew } from './vacancy-identity.policy.js';

const vacancy = (given: object = {}) => ({
  title: 'Engineer',
  location: 'Berlin' as string | null,
  url: 'https://jobs.example/1' as string | null,
  requirements: 'Rust' as string | null,
  ...given,
});
const BLANK = { location: null, url: null, requirements: null };

describe('what is said speaks of a known vacancy', () => {
  it.each<[string, object, object]>([
    ['with nothing but the title', {}, BLANK],
    ['that has nothing but the title', BLANK, {}],
    ['in other letters and blanks', {}, { title: ' ENGI\tneer', location: 'ber lin', requirements: 'RUST\n' }],
    ['in wide letters', {}, { title: 'Ｅｎｇｉｎｅｅｒ' }],
  ])('%s', (_rule, known, said) => {
    const there = vacancy(known);
    expect(sameVacancy([there], vacancy(said))).toBe(there);
  });

  it.each<[string, object]>([
    ['another place, at the same address too', { location: 'London' }],
    ['another title, at the same address too', { title: 'Engineer (Platform)' }],
    ['another address', { url: 'https://jobs.example/2' }],
    ['an address in other letters', { url: 'https://jobs.example/1?' }],
    ['other requirements', { requirements: 'Go' }],
  ])('not with %s', (_rule, said) => {
    expect(sameVacancy([vacancy()], vacancy(said))).toBeUndefined();
  });

  it('the one at its address before others, the one in its place before one without, the newest of equals', () => {
    const [atUrl, inPlace, older] = [vacancy({ location: null }), vacancy({ url: null }), vacancy({ url: null })];
    expect(sameVacancy([inPlace, atUrl], vacancy())).toBe(atUrl);
    expect(sameVacancy([vacancy(BLANK), inPlace, older], vacancy({ url: null }))).toBe(inPlace);
  });

  it('none of several places, where nobody says which', () => {
    const [berlin, london, nowhere] = ['Berlin', 'London', null].map((location) => vacancy({ location }));
    const said = vacancy({ location: null });
    expect(sameVacancy([berlin!, london!], said)).toBeUndefined();
    expect(sameVacancy([berlin!, london!, nowhere!], said)).toBe(nowhere);
    expect(sameVacancy([berlin!, vacancy({ location: 'BERLIN' })], said)).toBe(berlin);
  });
});

describe('a known vacancy is told anew', () => {
  it('with blanks filled and words as written last', () => {
    const known = vacancy({ location: null });
    expect(toldAnew(known, { title: 'ENGINEER', location: 'Berlin', url: null })).toEqual({
      title: 'ENGINEER',
      location: 'Berlin',
    });
    expect(toldAnew(known, vacancy({ location: null }))).toEqual({});
  });

  const word = fc.constantFrom('Berlin', 'BERLIN', 'ber lin', 'London', null);
  const any = fc.record({
    title: fc.constantFrom('Cook', 'COOK', 'Chef'),
    location: word,
    url: fc.constantFrom('https://a.example', 'https://b.example', null),
    requirements: word,
  });
  it('so that everything that was said is there, and nothing that was there is gone', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), any, (known, said) => {
        const same = sameVacancy(known, said);
        if (!same) return;
        const now = { ...same, ...toldAnew(same, said) };
        for (const [field, value] of Object.entries(said)) {
          expect(now[field as 'title']).toBe(value ?? same[field as 'title']);
        }
        expect(becomesAnother(same, toldAnew(same, said))).toBe(false);
        expect(sameVacancy([now], said)).toBe(now);
      }),
    );
  });
});

describe('a change makes another vacancy of it', () => {
  it.each<[boolean, object]>([
    [false, {}],
    [false, { title: 'engineer', location: 'BERLIN' }],
    [true, { location: 'London' }],
    [true, { location: null }],
    [true, { title: 'Cook' }],
    [true, { url: 'https://jobs.example/2' }],
    [true, { requirements: 'Go' }],
  ])('%s: %j', (expected, change) => {
    expect(becomesAnother(vacancy(), change)).toBe(expected);
  });

  it('not when a blank is filled', () => {
    expect(becomesAnother(vacancy(BLANK), vacancy())).toBe(false);
  });
});
