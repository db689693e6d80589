/** What a page says, made fit for a line of a form: no line breaks, nothing invisible alone, as short as the form takes it. */

/** They turn the text that follows, or cannot be seen. */
const MARKS = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

export function oneLine(text: string | null | undefined, most: number): string | null {
  const line = (text ?? '')
    .slice(0, 20 * most)
    .toWellFormed()
    .replace(MARKS, '')
    .replace(/[\u0000-\u001F\u007F\u0085\u2028\u2029\s]+/g, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()
    .trim();
  return /[\p{L}\p{N}]/u.test(line) ? line : null;
}

/** Free of what neither a form nor Postgres keeps. */
export const prose = (text: string | null): string | null =>
  text?.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, ' ') ?? null;

const MOST_PLACES = 3;

/** The first few places; a job in twenty is in none of them. */
export const placesIn = (locations: readonly string[]): string => locations.slice(0, MOST_PLACES).join('; ');

/** `acme-group` at a provider is most likely Acme Group. */
export function nameOfSlug(slug: string): string {
  const words = slug.replace(/^eu:/, '').split(/[-_ ]/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
