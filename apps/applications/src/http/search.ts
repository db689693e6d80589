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

/** What is neither letter nor figure ends a word, as in `senior-engineer`, `(remote)` and `ana@contoso.example`. */
const ENDS_OF_WORDS = String.raw`[][\\_.,:;/|@(){}<>"''+*%&!?#=–—«»„“”’-]`;
const apart = (text: string) => `regexp_replace(${text}, '${ENDS_OF_WORDS}', ' ', 'g')`;

/** Folded once, however many rows they are looked for in. */
const each = (words: number, made: string) =>
  `all (array(select ${made} from (select distinct ${folded('word')} as word from unnest($${words}::text[]) word) as folded))`;

/** Columns as they are searched; SQL, as all of these. */
export const searched = (columns: readonly string[]): string => folded(`concat_ws(' ', ${columns.join(', ')})`);

/** `text`: as `searched` makes it; `words`: the number of a parameter, a `text[]`. */
export const hasEach = (text: string, words: number): string =>
  `${text} like ${each(words, `'%' || ${escaped('word')} || '%'`)}`;

/** Each of them begins a word there, as somebody types who knows what it is called. */
export const beginsWithEach = (text: string, words: number): string =>
  `' ' || ${apart(text)} like ${each(words, `'% ' || ${apart('word')} || '%'`)}`;

/** None find everything: where there are none, no row is folded. */
export const hasWords = (columns: readonly string[], words: number): string =>
  `(cardinality($${words}::text[]) = 0 or ${hasEach(searched(columns), words)})`;
