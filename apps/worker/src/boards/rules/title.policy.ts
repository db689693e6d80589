/** What a title says, whatever its dress: two ads are compared by the words that are left here. */

const INVISIBLE = /[\p{Cf}\u034F\uFE00-\uFE0F]/gu;
const BRACKETS = /[([{]([^()[\]{}]{1,40})[)\]}]/gu;
const BARE_MARKS = /(?<![\p{L}\p{N}])\p{L}(?:\s?[/|]\s?\p{L}){1,3}(?![\p{L}\p{N}])/gu;
const GENDERED_ENDING = /(?<=\p{L}{3})(?:[*:_]|\/-?|\((?=in\)|innen\)))in(?:nen)?\)?(?![\p{L}\p{N}])/gu;
// Marks stay: without its vowel signs a word in Hindi or Thai is another word.
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

const MEN = new Set(['m', 'h', 'male', 'männlich']);
const WOMEN = new Set(['w', 'f', 'female', 'weiblich']);
const OTHERS = new Set(['d', 'x', 'n', 'i', 'diverse', 'divers', 'div', 'nonbinary']);
const EVERYBODY = new Set(['gn', 'all genders', 'alle geschlechter', 'any gender']);

const SAME_WORD = new Map([
  ['sr', 'senior'],
  ['snr', 'senior'],
  ['jr', 'junior'],
]);
const SEASONS = new Set(
  'summer fall autumn winter spring sommer herbst frühling frühjahr start starting off season'.split(' '),
);
const YEAR = /^(?:19|20)\d\d$/;

/** NFKC, lower case, `&` as "and"; letters and digits only; what cannot be seen is not there. */
export function words(text: string): string[] {
  return plain(text).match(WORD) ?? [];
}

/** The set of words that names a job: gender marks dropped, abbreviations written out, the order forgotten. */
export function titleWords(title: string): Set<string> {
  const unmarked = plain(title)
    .replace(BRACKETS, (all: string, inside: string) => (isGenderMark(inside) ? ' ' : all))
    .replace(BARE_MARKS, (all) => (isGenderMark(all) ? ' ' : all))
    .replace(GENDERED_ENDING, '');
  return new Set((unmarked.match(WORD) ?? []).map((word) => SAME_WORD.get(word) ?? word));
}

/** One text for one set of words. Empty when the title has none, and then it equals nothing. */
export function titleKey(set: ReadonlySet<string>): string {
  return [...set].sort().join(' ');
}

/** The words without years and seasons: what is advertised anew every year. */
export function lastingWords(set: ReadonlySet<string>): Set<string> {
  return new Set([...set].filter((word) => !YEAR.test(word) && !SEASONS.has(word)));
}

/** Shared words over all words (Jaccard), from 0 to 1. */
export function wordOverlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const word of few) if (many.has(word)) shared += 1;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

function plain(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(INVISIBLE, '')
      .toLowerCase()
      .normalize('NFKC')
      .replaceAll('&', ' and ')
      // Signs that are part of a name: letters alone would make C, C++ and C# one job.
      .replace(/(?<![\p{L}\p{N}])c\+\+/gu, 'cpp')
      .replace(/(?<![\p{L}\p{N}])([cf])#/gu, '$1sharp')
  );
}

/** A mark names both men and women ("H/W" is hardware), or says that everybody is meant. */
function isGenderMark(text: string): boolean {
  const parts = text.match(WORD) ?? [];
  if (EVERYBODY.has(parts.join(' '))) return true;
  const named = parts.length === 1 && /^[mwfdxhni]{3}$/.test(parts[0]!) ? [...parts[0]!] : parts;
  return (
    named.some((part) => MEN.has(part)) &&
    named.some((part) => WOMEN.has(part)) &&
    named.every((part) => MEN.has(part) || WOMEN.has(part) || OTHERS.has(part)) &&
    !(named.includes('h') && named.includes('w'))
  );
}
