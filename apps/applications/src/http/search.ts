/** Lists by what stands in them. */
import { line } from '@app/contracts';

/** What a list searches by: every word of it, in whatever case and width, in any of its columns. */
export const search = line(200)
  .optional()
  .meta({ description: 'Every word of it stands in one of the columns that are searched, whatever the case.' });
export const wordsOf = (q: string): string[] => q.split(/\s+/u).filter((word) => word !== '');
/** `columns`: SQL; `words`: the number of a parameter, a `text[]`. */
export const hasWords = (columns: readonly string[], words: number): string =>
  `not exists (select from unnest($${words}::text[]) word
    where strpos(lower(normalize(concat_ws(' ', ${columns.join(', ')}), nfkc)), lower(normalize(word, nfkc))) = 0)`;
