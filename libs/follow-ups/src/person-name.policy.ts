/** Reads a person out of one line of text as mailboxes and people write it: "Ito, Dana (Talent)", "DANA ITO | Northwind". */
import { GIVEN_NAMES } from './given-name-words.js';
import { DEGREES, PARTICLES, PRONOUNS } from './greeting-words.js';

export interface PersonName {
  words: string[];
  /** The same, in the case they were written in. */
  written: string[];
  /** "Last, First" was turned round, so what stands in front is a given name. */
  isTurned: boolean;
}

const UNSEEN = /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu;
const PICTURES = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|(?<![\p{L}\p{M}])\u{200D}/gu;
const ASIDES = /<[^<>]*>|\([^()]*\)?|\[[^[\]]*\]?|\{[^{}]*\}?|（[^（）]*）?|【[^【】]*】?|["“”„«»][^"“”„«»]*["“”„«»]/gu;
const QUOTES = /^['‘’`]+|(?<!['‘’`])['‘’`]+$|["“”„«»<>]/gu;
const IN_PRONOUNS = new RegExp(String.raw`(?<![\p{L}/])\p{L}{2,5}(?:\s?/\s?\p{L}{2,5}){1,3}(?![\p{L}/])`, 'gu');
const PARTS = / [-–—|•·:/@]+ | ?[|•·] ?|: | (?:at|from|via|bei|chez|c\/o) /iu;
const IS_ADDRESS = /\S@\S|:\/\/|^www\./iu;

/** Null when the line holds no name at all. */
export function readName(line: string, locale?: string): PersonName | null {
  const inOneLine = line.normalize('NFKC').replaceAll(UNSEEN, ' ').replaceAll(PICTURES, ' ').replaceAll(/\s+/gu, ' ');
  const named = inOneLine.replaceAll(ASIDES, ' ');
  const parts = (/\p{L}/u.test(named) ? named : inOneLine.replaceAll(/[()[\]{}]/gu, ' '))
    .replaceAll(IN_PRONOUNS, (text) => (text.split('/').every((word) => PRONOUNS.has(plain(word))) ? ' ' : text))
    .trim()
    .replaceAll(QUOTES, '')
    .replaceAll(/\s+/gu, ' ')
    .split(PARTS)
    .filter((part) => !IS_ADDRESS.test(part.trim()) && /\p{L}/u.test(part));
  const part = parts.find((text) => isGiven(wordsOf(text)[0] ?? '')) ?? parts[0];
  if (part === undefined) return null;
  const { words, isTurned } = inOrder(part);
  return words.length === 0 ? null : { words: withCase(words, locale), written: words, isTurned };
}

/** Without accents, points and case: what the lists of words hold. */
export function plain(word: string): string {
  return word
    .replaceAll(/[łŁ]/g, 'l')
    .replaceAll(/[øØ]/g, 'o')
    .replaceAll(/[đĐðÐ]/g, 'd')
    .replaceAll(/[æÆ]/g, 'ae')
    .replaceAll(/ı/g, 'i')
    .replaceAll(/ß/g, 'ss')
    .normalize('NFD')
    .replaceAll(/[\p{M}\p{P}]/gu, '')
    .toLowerCase();
}

/** "Jean-Luc" as well, where both are. */
export function isGiven(word: string): boolean {
  if (GIVEN_NAMES.has(plain(word))) return true;
  const halves = word.split(/[-‐]/u);
  return halves.length > 1 && halves.every((half) => GIVEN_NAMES.has(plain(half)));
}

function inOrder(part: string): Pick<PersonName, 'words' | 'isTurned'> {
  const [first = [], ...others] = part
    .split(/[,，;]/u)
    .map((segment) => withoutDegrees(wordsOf(segment)))
    .filter((segment) => segment.length > 0);
  const [second] = others;
  const isWhole = first.length > 1 && isGiven(first[0] ?? '');
  if (second === undefined || isWhole) return { words: first, isTurned: false };
  const isFamily = first.length === 1 || PARTICLES.has(plain(first[0] ?? ''));
  if (!isGiven(second[0] ?? '') && !isFamily) return { words: first, isTurned: false };
  return { words: [...second, ...first], isTurned: isGiven(second[0] ?? '') };
}

function wordsOf(text: string): string[] {
  // "dana.ito" and "dana_ito" are names out of an address, "northwind.example" is a site.
  const isOne = /^\p{L}{2,}(?:[._]\p{L}{2,})+$/u.test(text.trim()) && isGiven(/^\s*(\p{L}+)/u.exec(text)?.[1] ?? '');
  const apart = isOne ? text.replaceAll(/[._]/gu, ' ') : text;
  return apart.split(/[\s_]+/u).filter((word) => /[\p{L}\p{N}&+]/u.test(word));
}

function withoutDegrees(words: string[]): string[] {
  const kept = [...words];
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    // "Ma" and "Ba" are family names, "MA" and "B.A." are not.
    const isDegree =
      DEGREES.has(plain(last)) && (plain(last).length > 2 || last !== titleCase(last) || last.includes('.'));
    if (!isDegree || (kept.length === 1 && words.length > 1)) break;
    kept.pop();
  }
  return kept;
}

/** Nobody writes their own name all in capitals or all in small letters; machines and forms do. */
function withCase(words: string[], locale?: string): string[] {
  const text = words.join('');
  const letters = text.replaceAll(/\P{L}/gu, '');
  const hasCase = letters.toLowerCase() !== letters.toUpperCase();
  const isOne = text === text.toLowerCase() || (text === text.toUpperCase() && letters.length > 1);
  const isAbbreviation = words.length === 1 && letters.length < 5 && text === text.toUpperCase() && !isGiven(text);
  if (hasCase && isOne && !isAbbreviation) {
    return words.map((word, place) =>
      place > 0 && PARTICLES.has(plain(word)) ? word.toLocaleLowerCase(locale) : titleCase(word, locale),
    );
  }
  const [front = '', ...rest] = words;
  return front === front.toLowerCase() && isGiven(front) ? [titleCase(front, locale), ...rest] : words;
}

function titleCase(word: string, locale?: string): string {
  return word
    .toLocaleLowerCase(locale)
    .replaceAll(
      /(?<![\p{L}\p{M}])(mc)?(\p{L})/gu,
      (_all, mc: string | undefined, letter: string) => (mc ? 'Mc' : '') + letter.toLocaleUpperCase(locale),
    )
    .replaceAll(/(?<=\p{L}{2})(['’])\p{Lu}(?!\p{L})/gu, (end) => end.toLocaleLowerCase(locale));
}
