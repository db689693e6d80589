/** Lists by what stands in them. */
import { line } from '@app/contracts';

/** What a list searches by: every word of it, in whatever case, width and accents, in any of its columns. */
export const search = line(200).optional().meta({
  description: 'Every word of it stands in one of the columns that are searched, whatever the case and the accents.',
});
export const wordsOf = (q: string): string[] => q.split(/\s+/u).filter((word) => word !== '');

const folded = (text: string) =>
  String.raw`lower(regexp_replace(normalize(${text}, nfkd), '[\u0300-\u036F]', '', 'g'))`;

/** For `like`. */
const escaped = (text: string) => String.raw`regexp_replace(${text}, '([\\%_])', '\\\1', 'g')`;

/**
 * `columns`: SQL; `words`: the number of a parameter, a `text[]`; none find everything. The words are folded once, and each row once, however
 * many they are; where there are none, no row is.
 */
export const hasWords = (columns: readonly string[], words: number): string =>
  `(cardinality($${words}::text[]) = 0 or ${folded(`concat_ws(' ', ${columns.join(', ')})`)} like all (
    select '%' || ${escaped(folded('word'))} || '%' from unnest($${words}::text[]) word))`;
