/** Text as a board shows it, made fit to be kept: entities undone, blanks, marks and scripts as they are. */
import { decodeHTMLStrict } from 'entities';

const ENTITY = /&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);/i;
const ESCAPED_AT_MOST = 2;
const LONGEST = 500;
/** A character may be written with as many, escaped twice. */
const LONGEST_ESCAPED = 32 * LONGEST;

export function shownText(text: string): string {
  let plain = text.slice(0, LONGEST_ESCAPED);
  for (let times = 0; times < ESCAPED_AT_MOST && ENTITY.test(plain); times += 1) plain = decodeHTMLStrict(plain);
  // Postgres keeps neither NUL nor half a surrogate pair.
  return plain.slice(0, LONGEST).toWellFormed().replaceAll('\0', '\uFFFD');
}

/** `Berlin, Germany`: what is known of a place, without what says the same again. */
export function placeOf(...parts: (string | null | undefined)[]): string {
  const known = parts.map((part) => part?.trim()).filter((part) => part !== undefined && part !== '');
  return known.filter((part, at) => part !== known[at - 1]).join(', ');
}
