/** Turns the items of a feed into rows, each on its own: a bad one is a line for the operator and stops no other. */
import { ofBoard, type Sentence } from '@app/contracts';
import { z } from 'zod';
import type { Posting } from '../../rules/posting.js';
import { UnreadableBoard, type Page, type Row } from './connector.js';
import { shownText } from './shown-text.js';

const MOST_POSTINGS = 50_000;
const LONGEST_ID = 2_000;
const MOST_LOCATIONS = 200;
/** The same place may be said several times over. */
const MOST_LOCATIONS_READ = 5 * MOST_LOCATIONS;
const LONGEST_URL = 2_000;

/** Ids come as numbers and as text; a number beyond what JavaScript counts exactly was kept as text when it was read. */
export const id = z.union([
  z.string().trim().min(1).max(LONGEST_ID),
  z.number().refine(Number.isSafeInteger).transform(String),
]);
export const maybeId = id.nullish().catch(null);
export const maybeText = z.string().nullish().catch(null);

/** The readable items of a list; none where there is no list. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z
    .unknown()
    .optional()
    .transform((value) =>
      (Array.isArray(value) ? value : []).flatMap((entry): z.infer<T>[] => {
        const read = item.safeParse(entry);
        return read.success ? [read.data] : [];
      }),
    );

/** An object, or null for whatever else stands in its place. */
export const maybe = <T extends z.ZodType>(shape: T) => shape.nullish().catch(null);

export interface Item extends Omit<Posting, 'title' | 'locations' | 'department' | 'url'> {
  title: string | null | undefined;
  url: string | null | undefined;
  locations: (string | null | undefined)[];
  department: string | null | undefined;
  closedFrom?: Date | null;
}

export function rowsOf<T extends z.ZodType>(
  items: readonly unknown[],
  shape: T,
  itemOf: (read: z.infer<T>) => Item,
): Pick<Page, 'rows' | 'problems' | 'listed'> {
  if (items.length > MOST_POSTINGS) throw new UnreadableBoard(ofBoard('too_many_at_once', { most: MOST_POSTINGS }));
  const rows: Row[] = [];
  const problems: Sentence[] = [];
  for (const [at, given] of items.entries()) {
    const number = at + 1;
    const read = shape.safeParse(given);
    if (!read.success) {
      problems.push(ofBoard('posting_left_out', { number, member: memberAtFault(read.error) }));
      continue;
    }
    const row = rowOf(itemOf(read.data));
    const { id: ofPosting, title } = row.posting;
    if (title.trim() === '') problems.push(ofBoard('posting_without_title', { number, id: ofPosting }));
    rows.push(row);
  }
  return { rows, problems, listed: items.length };
}

function rowOf({ closedFrom = null, ...item }: Item): Row {
  const named = item.locations.slice(0, MOST_LOCATIONS_READ).map((place) => shownText(place ?? ''));
  const locations = named.filter((place) => place.trim() !== '');
  return {
    posting: {
      id: item.id.toWellFormed().replaceAll('\0', '\uFFFD'),
      title: shownText(item.title ?? ''),
      url: httpUrl(item.url),
      locations: [...new Set(locations)].slice(0, MOST_LOCATIONS),
      department: item.department?.trim() ? shownText(item.department) : null,
      jobIds: [...new Set(item.jobIds)],
      publishedAt: item.publishedAt,
    },
    closedFrom,
  };
}

function httpUrl(text: string | null | undefined): string | null {
  const url = text ? URL.parse(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.href.length <= LONGEST_URL ? url.href : null;
}

/** Null: the posting itself. */
function memberAtFault({ issues }: z.ZodError): string | null {
  return issues[0]!.path.join('.') || null;
}
