/** Workable: the public widget's list, one line per place of a vacancy; the shape of its v3 list is read as well. */
import { z } from 'zod';
import type { Connector } from './connector.js';
import { dateOf } from './dates.js';
import { jobId } from './job-ids.js';
import { framed, jsonOf } from './json.js';
import { id, listOf, maybe, maybeId, maybeText, rowsOf } from './rows.js';
import { placeOf } from './shown-text.js';

const frame = z.union([
  z.object({ jobs: z.array(z.unknown()) }).transform(({ jobs }) => ({ jobs, total: null })),
  z
    .object({ results: z.array(z.unknown()), total: z.number().nullish().catch(null) })
    .transform(({ results, total }) => ({ jobs: results, total: total ?? null })),
]);

const place = z.object({
  city: maybeText,
  region: maybeText,
  country: maybeText,
  hidden: z.boolean().nullish().catch(null),
});
const job = z.object({
  shortcode: id,
  code: maybeId,
  title: maybeText,
  url: maybeText,
  department: z.union([z.string(), listOf(z.string()).transform((names) => names.join(', '))]),
  published_on: z.unknown().optional(),
  published: z.unknown().optional(),
  city: maybeText,
  /** A region, not a status; in the v3 list it is a status, and `location` holds the region. */
  state: maybeText,
  country: maybeText,
  location: maybe(place),
  locations: listOf(place),
});

const single = z.object({ shortcode: id, state: maybeText });

export const workable: Connector = {
  provider: 'workable',
  accept: 'application/json',
  politeness: { concurrency: 1, pauseMs: 0 },

  feeds: (slug) => [() => `https://apply.workable.com/api/v1/widget/accounts/${encodeURIComponent(slug)}`],

  parse: (body, { slug }) => {
    const { jobs, total } = framed(frame, jsonOf(body));
    const read = rowsOf(jobs, job, (ad) => ({
      id: ad.shortcode,
      title: ad.title,
      url: ad.url ?? `https://apply.workable.com/${encodeURIComponent(slug)}/j/${encodeURIComponent(ad.shortcode)}/`,
      locations: placesOf(ad),
      department: ad.department,
      jobIds: jobId('requisition', ad.code),
      publishedAt: dateOf(ad.published_on) ?? dateOf(ad.published),
    }));
    return { ...read, total, next: null };
  },

  single: {
    asList: (answer) => ({ jobs: [answer] }),
    url: (slug, id) =>
      `https://apply.workable.com/api/v2/accounts/${encodeURIComponent(slug)}/jobs/${encodeURIComponent(id)}`,
    parse: (body, asked) => {
      const { data } = single.safeParse(jsonOf(body));
      if (data?.shortcode !== asked || !data.state) return 'unknown';
      return data.state === 'published' ? 'open' : 'gone';
    },
    // Nobody says what it means here, and the answers of a wall before the site look the same.
    notFound: 'unknown',
  },
};

function placesOf(ad: z.infer<typeof job>): string[] {
  const shown = ad.locations.filter(({ hidden }) => hidden !== true);
  if (shown.length > 0) return shown.map(({ city, region, country }) => placeOf(city, region, country));
  if (ad.location) return [placeOf(ad.location.city, ad.location.region, ad.location.country)];
  return [placeOf(ad.city, ad.state, ad.country)];
}
