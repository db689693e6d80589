/** How to address whoever is written to: by first name where that is certain, else by the whole; firms and machines by none. */
import { isUnreadAddress } from '@app/contracts';
import { isLegalForm, withoutForm } from './company-name.policy.js';
import * as words from './greeting-words.js';
import { isGiven, type PersonName, plain, readName } from './person-name.policy.js';

interface Circumstances {
  /** ISO 3166-1. */
  country?: string | null;
  /** What the candidate chose; stands above everything else. */
  greeting?: string | null;
  companyName?: string | null;
}

const LATIN = /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’.‐-]*$/u;
const TURKIC = new Set(['TR', 'AZ']);
const LONGEST_NAME = 6;
/** In front of what was chosen; the letter says its own. */
const SALUTATION = /^\s*(?:hello|hi|dear)\s+/iu;

/** "Hello Dana,", or "Hello," where there is no name to say. */
export function hello(name: string | null | undefined, circumstances: Circumstances = {}): string {
  const called = name === null || name === undefined ? null : callName(name, circumstances);
  return called === null ? 'Hello,' : `Hello ${called},`;
}

/** What stands after "Hello "; null where that is nothing. */
export function callName(name: string, { country, greeting, companyName }: Circumstances = {}): string | null {
  const chosen = greeting
    ?.replaceAll(/\s+/gu, ' ')
    .replace(SALUTATION, '')
    .replace(/(?<![\s,;:!])[\s,;:!]+$/u, '')
    .trim();
  if (chosen) return chosen;
  const code = country?.toUpperCase() ?? '';
  const person = readName(name, TURKIC.has(code) ? 'tr' : undefined);
  if (person === null || words.NOBODY_ELSEWHERE.test(name) || isSentFor(person, name)) return null;
  const named = { ...person, words: withoutRoles(person.words) };
  if (person.written.some(isLegalForm) || !isSomebody(named.words, companyName ?? '')) return null;
  return certain(named, code) ?? named.words.join(' ');
}

function certain({ words: all, isTurned }: PersonName, country: string): string | null {
  const [front = '', second = ''] = all;
  const last = all.at(-1) ?? '';
  const isPlain =
    all.every((word) => LATIN.test(word)) &&
    !words.FAMILY_NAME_FIRST.has(country) &&
    !isTitle(front) &&
    !words.PARTICLES.has(plain(front)) &&
    !words.HONORIFICS.has(plain(last)) &&
    !all.some((word) => words.CONJUNCTIONS.has(word));
  // "SMITH Jane": in capitals among others stands the family name.
  const isCapitals = plain(front).length > 1 && front === front.toUpperCase();
  if (!isPlain || isCapitals || !isGiven(front)) return null;
  if (all.length > 1 && !isTurned && isGiven(last)) return null;
  const isPair = all.length > 2 && words.FIRST_OF_TWO.has(plain(front)) && isGiven(second);
  return isPair ? `${front} ${second}` : front;
}

/** Trailing words for what somebody is, and departments behind a full name: "Dana Ito Recruiter", "Dana Ito HR". */
function withoutRoles(all: string[]): string[] {
  const kept = [...all];
  while (kept.length > 1 && isGiven(kept[0] ?? '')) {
    const last = plain(kept.at(-1) ?? '');
    if (
      !words.ROLES.has(last) &&
      !(kept.length > 2 && /^(?:hr|rh|recruiting|recruitment|talent|acquisition)$/.test(last))
    )
      break;
    kept.pop();
  }
  return kept;
}

function isSomebody(all: string[], companyName: string): boolean {
  const folded = all.map(plain);
  const letters = folded.join('');
  const isNamed = isGiven(all[0] ?? '');
  const saysFirm = (word: string, place: number) => {
    const said = folded[place] ?? '';
    if (isTitle(word) && (word.endsWith('.') || place === 0)) return false;
    if (isNamed && all.length === 2 && words.ALSO_FAMILY_NAMES.has(said)) return false;
    return (
      words.DEPARTMENTS.has(said) ||
      words.MACHINES.has(said) ||
      words.FIRM_WORDS.has(said) ||
      /[&+]/u.test(word) ||
      /^.{3,}(?:abteilung|avdelningen|management|team|bewerbung)$/.test(said)
    );
  };
  return !(
    letters === '' ||
    all.some(saysFirm) ||
    words.ARTICLES.has((all[0] ?? '').toLowerCase()) ||
    words.FIRMS_LIKE_PEOPLE.has(letters) ||
    letters.endsWith('spzoo') ||
    folded.every((word) => words.ROLES.has(word) || words.TITLES.has(word)) ||
    (!isNamed && folded.some((word) => words.ROLES.has(word)) && all.length < 3) ||
    ((!isNamed || all.length === 1) && letters === withoutForm(companyName)) ||
    isUnreadAddress(`${all.join('-')}@name`) ||
    (!isNamed && (all.length > LONGEST_NAME || isCode(all)))
  );
}

/** "Northwind via Workday". */
function isSentFor(person: PersonName, name: string): boolean {
  return !isGiven(person.words[0] ?? '') && /\svia\s/iu.test(name);
}

/** One letter, an abbreviation, a user's name with numbers, or the name of a site. */
function isCode(all: string[]): boolean {
  const [only = ''] = all;
  if (all.length > 1) return false;
  return /^\p{L}?$/u.test(plain(only)) || /^\p{Lu}{2,4}$/u.test(only) || /\p{N}|\/|\p{L}{2}\.\p{L}{2}/u.test(only);
}

function isTitle(word: string): boolean {
  return word !== 'HR' && words.TITLES.has(plain(word)) && plain(word).length > (word.endsWith('.') ? 0 : 1);
}
