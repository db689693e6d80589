/** How to address a person whose name is one line of text: by first name where that is certain, else as written. */

const TITLES = new Set(
  'dr prof professor mr mrs ms mx miss sir madam dame lord lady rev herr frau hr fr dott sig mme mlle m ing dipl mag'.split(
    ' ',
  ),
);
const NOT_A_PERSON = new Set(
  'team talent recruiting recruitment recruiter recruiters hiring careers career jobs people human resources hr acquisition department office support'.split(
    ' ',
  ),
);
const LATIN_WORD = /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’.-]*$/u;
const FIRST_NAME = /^\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}[\p{L}\p{M}'’-]*$/u;

export function callName(name: string): string {
  const whole = name.trim();
  const words = whole.split(/\s+/u);
  const [first = ''] = words;
  const known = words.map((word) => word.toLowerCase().replaceAll('.', ''));
  const isCertain =
    words.length > 1 &&
    words.every((word) => LATIN_WORD.test(word)) &&
    FIRST_NAME.test(first) &&
    !TITLES.has(known[0] ?? '') &&
    !known.some((word) => NOT_A_PERSON.has(word));
  return isCertain ? first : whole;
}
