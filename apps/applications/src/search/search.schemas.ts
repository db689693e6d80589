import { id } from '@app/contracts';
import { z } from 'zod';
import { search } from '../http/search.js';

/** In the order in which they are answered. */
export const FOUND_KINDS = ['application', 'contact', 'company', 'vacancy'] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

export const searchQuery = z.strictObject({ q: search });
export type SearchQuery = z.infer<typeof searchQuery>;

export const found = z
  .strictObject({
    kind: z.enum(FOUND_KINDS),
    id,
    title: z.string(),
    subtitle: z
      .string()
      .nullable()
      .meta({ description: 'What tells it from another one: its company, or an address.' }),
  })
  .meta({ id: 'Found' });
export type Found = z.infer<typeof found>;

export const searchAnswer = z.strictObject({ data: z.array(found) }).meta({
  id: 'SearchAnswer',
  description:
    'Applications, contacts, companies and vacancies, at most eight of each: first those in which every word of `q` begins a ' +
    'word, then what changed last. Without `q`, nothing.',
});
export type SearchAnswer = z.infer<typeof searchAnswer>;
