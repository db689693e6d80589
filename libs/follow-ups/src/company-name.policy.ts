/** What a company is called: many have no name to say, and one is written in many ways. */
import { FIRM_CAPITALS, FIRM_WORDS } from './greeting-words.js';
import { plain } from './person-name.policy.js';

/** What is typed where the name is not told: "-", "Confidential", "Stealth Startup". */
const NOT_TOLD =
  /^(?:the )?(?:(?:strictly|highly|company|client|employer|name) )?(?:confidential|stealth|undisclosed|not disclosed|anonymous|unnamed|unknown|hidden|withheld|private|tbd|tba|none|null|n a|na|vertraulich|anonym|unbekannt|confidentiel|confidencial|riservato|poufne)(?: (?:mode|startup|start up|company|client|employer|firm|advertiser|organi[sz]ation|name))*$/;

/** Null where there is no name to say. */
export function properName(name: string | null | undefined): string | null {
  if (name === null || name === undefined || !/[\p{L}\p{N}]/u.test(name)) return null;
  const told = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return NOT_TOLD.test(told) ? null : name;
}

/** "Acme", "ACME Inc." and "Acme, Inc" are one. */
export function isSameCompany(one: string, other: string): boolean {
  const letters = withoutForm(one);
  return letters !== '' && letters === withoutForm(other);
}

/** The letters of a name without its legal form. */
export function withoutForm(name: string): string {
  const all = name.split(/[\s,]+/u);
  const kept = all.filter((word) => !FIRM_WORDS.has(plain(word)) && !isLegalForm(word));
  return kept.map(plain).join('') || plain(name.replaceAll(/\s/gu, ''));
}

/** Forms that are words or names as well, written in their capitals: "Northwind AG". */
export function isLegalForm(word: string): boolean {
  return FIRM_CAPITALS.has(word.replaceAll('.', ''));
}
