import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastingWords, titleKey, titleWords, wordOverlap, words } from './title.policy.js';

const key = (title: string) => titleKey(titleWords(title));

describe('the same job', () => {
  it.each([
    ['case and punctuation', 'Backend Engineer, Payments', 'BACKEND ENGINEER - payments'],
    ['the order of words', 'Engineer, Backend', 'Backend Engineer'],
    ['& for and', 'Research & Development Lead', 'Research and Development Lead'],
    ['compatibility forms', 'Ｄata Ｅngineer', 'Data Engineer'],
    ['composed and decomposed accents', 'Inge\u0301nieur', 'Ing\u00e9nieur'],
    ['zero-width characters', 'Data\u200b Engi\u200dneer', 'Data Engineer'],
    ['right-to-left marks', '\u202bمهندس بيانات\u202c\u200f', 'مهندس بيانات'],
    ['a soft hyphen', 'Software\u00adentwickler', 'Softwareentwickler'],
    ['an abbreviated rank', 'Sr. Data Engineer', 'Senior Data Engineer'],
    ['an abbreviated lower rank', 'Jr Data Engineer', 'Junior Data Engineer'],
    ['(m/w/d)', 'Data Engineer (m/w/d)', 'Data Engineer'],
    ['(all genders)', 'Data Engineer (all genders)', 'Data Engineer'],
    ['[f|m|x]', 'Data Engineer [f|m|x]', 'Data Engineer'],
    ['(mwd)', 'Data Engineer (mwd)', 'Data Engineer'],
    ['(gn)', 'Data Engineer (gn)', 'Data Engineer'],
    ['a bare mark', 'Data Engineer w/m/d', 'Data Engineer'],
    ['H/F', 'Ingénieur données H/F', 'Ingénieur données'],
    ['a gendered ending', 'Entwickler:in Backend', 'Entwickler Backend'],
    ['a gendered ending in brackets', 'Entwickler(in) Backend', 'Entwickler*in Backend'],
  ])('whatever %s', (_, one, other) => {
    expect(key(one)).toBe(key(other));
  });
});

describe('another job', () => {
  it.each([
    ['city', 'Account Executive - Munich', 'Account Executive - Berlin'],
    ['language', 'Support Agent (German)', 'Support Agent (French)'],
    ['seniority', 'Data Engineer', 'Senior Data Engineer'],
    ['level', 'Data Engineer I', 'Data Engineer II'],
    ['segment', 'Account Executive, Enterprise', 'Account Executive, SMB'],
    ['year', 'Intern 2024', 'Intern 2025'],
    ['programming language of one letter', 'C++ Developer', 'C# Developer'],
    ['programming language with a sign', 'C++ Developer', 'C Developer'],
    ['field that looks like a gender mark', 'H/W Engineer', 'Engineer'],
    ['department in brackets', 'Engineer (R/D)', 'Engineer'],
    ['vowel sign', 'की', 'का'],
  ])('by its %s', (_, one, other) => {
    expect(key(one)).not.toBe(key(other));
  });
});

it('a title of signs only has no words, and an empty key', () => {
  expect(key('🚀✨️ ???')).toBe('');
});

it('places and departments keep the order of their words', () => {
  expect(words('Zürich,  Switzerland')).toEqual(['zürich', 'switzerland']);
});

describe('years and seasons', () => {
  it.each([
    ['Software Intern - Summer 2024', 'Software Intern - Summer 2025'],
    ['Software Intern (Fall 2024)', 'Software Intern, Spring'],
    ['Software Intern - Off Season', 'Software Intern starting 2025'],
  ])('%s is advertised anew as %s', (one, other) => {
    expect(titleKey(lastingWords(titleWords(one)))).toBe(titleKey(lastingWords(titleWords(other))));
  });

  it('any other number stays', () => {
    expect([...lastingWords(titleWords('Engineer 3 Summer 2024 R1234'))]).toEqual(['engineer', '3', 'r1234']);
  });
});

describe('word overlap', () => {
  it.each([
    ['Backend Engineer', 'Backend Engineer', 1],
    ['Backend Engineer Payments', 'Backend Engineer', 2 / 3],
    ['Backend Engineer', 'Frontend Engineer', 1 / 3],
    ['', '', 0],
  ])('of %j and %j is %d', (one, other, overlap) => {
    expect(wordOverlap(titleWords(one), titleWords(other))).toBeCloseTo(overlap);
  });
});

it('no text breaks it, and what it leaves it leaves as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (title) => {
      const set = titleWords(title);
      expect(key(titleKey(set))).toBe(titleKey(set));
    }),
  );
});
