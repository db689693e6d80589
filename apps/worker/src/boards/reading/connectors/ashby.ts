/** Ashby: the whole board in one answer, with what is no longer listed marked as such. */
import { z } from 'zod';
import type { Connector } from './connector.js';
import { dateOf } from './dates.js';
import { framed, jsonOf } from './json.js';
import { id, listOf, maybeText, rowsOf } from './rows.js';

const frame = z.object({ jobs: z.array(z.unknown()) });

const job = z.object({
  id,
  title: maybeText,
  jobUrl: maybeText,
  department: maybeText,
  team: maybeText,
  location: maybeText,
  secondaryLocations: listOf(z.union([z.string(), z.object({ location: z.string() }).transform((at) => at.location)])),
  publishedAt: z.unknown().optional(),
  isListed: z.boolean().nullish().catch(null),
});

const LONG_AGO = new Date(0);

export const ashby: Connector = {
  provider: 'ashby',
  accept: 'application/json',
  politeness: { concurrency: 2, pauseMs: 0 },

  feeds: (slug) => [() => `https://api.ashbyhq.com/posting-api/job-board/${encodeURIComponent(slug)}`],

  parse: (body) => {
    const { jobs } = framed(frame, jsonOf(body));
    const read = rowsOf(jobs, job, (ad) => ({
      id: ad.id,
      title: ad.title,
      url: ad.jobUrl,
      locations: [ad.location, ...ad.secondaryLocations],
      department: ad.department || ad.team,
      jobIds: [],
      publishedAt: dateOf(ad.publishedAt),
      closedFrom: ad.isListed === false ? LONG_AGO : null,
    }));
    return { ...read, total: null, next: null };
  },
};
