/** Greenhouse: the whole board in one answer, the post's id beside the job's. */
import { z } from 'zod';
import { dateOf } from './dates.js';
import type { Connector } from './connector.js';
import { jobId } from './job-ids.js';
import { framed, jsonOf } from './json.js';
import { id, listOf, maybe, maybeId, maybeText, rowsOf } from './rows.js';

const frame = z.object({
  jobs: z.array(z.unknown()),
  meta: maybe(z.object({ total: z.number().nullish().catch(null) })),
});

const named = z.object({ name: maybeText });
const office = z.object({ name: maybeText, location: z.union([named.transform(({ name }) => name), maybeText]) });
const job = z.object({
  id,
  title: maybeText,
  absolute_url: maybeText,
  internal_job_id: maybeId,
  requisition_id: maybeId,
  first_published: z.unknown().optional(),
  location: maybe(named),
  departments: listOf(named),
  offices: listOf(office),
});

const single = z.object({ id });

const MOST_PLACES = 1_000;
/** Some boards say here how one works, and only the offices say where. */
const WORK_MODEL =
  /^[\s(]*(?:(?:fully|100%|partly|partially)[\s-]+)?(?:hybrid|remote|on[\s-]?site|in[\s-]?(?:office|person)|flexible)(?:[\s-]+(?:work|role|position|first))?[\s)]*$/i;

export const greenhouse: Connector = {
  provider: 'greenhouse',
  accept: 'application/json',
  politeness: { concurrency: 5, pauseMs: 0 },

  feeds: (slug) => [() => `${jobsOf(slug)}?content=true`],

  parse: (body) => {
    const { jobs, meta } = framed(frame, jsonOf(body));
    const read = rowsOf(jobs, job, (post) => ({
      id: post.id,
      title: post.title,
      url: post.absolute_url,
      locations: placesOf(post),
      department: post.departments[0]?.name,
      jobIds: [...jobId('requisition', post.requisition_id), ...jobId('job', post.internal_job_id)],
      publishedAt: dateOf(post.first_published),
    }));
    return { ...read, total: meta?.total ?? null, next: null };
  },

  single: {
    asList: (answer) => ({ jobs: [answer] }),
    url: (slug, id) => `${jobsOf(slug)}/${encodeURIComponent(id)}`,
    parse: (body, asked) => (single.safeParse(jsonOf(body)).data?.id === asked ? 'open' : 'unknown'),
    notFound: 'gone',
  },
};

function jobsOf(slug: string): string {
  const [, eu = '', token = ''] = /^(eu:)?(.*)$/.exec(slug) ?? [];
  const host = eu === '' ? 'boards-api.greenhouse.io' : 'boards-api.eu.greenhouse.io';
  return `https://${host}/v1/boards/${encodeURIComponent(token)}/jobs`;
}

function placesOf({ location, offices }: z.infer<typeof job>): (string | null | undefined)[] {
  const shown = location?.name?.trim() ?? '';
  if (shown !== '' && !WORK_MODEL.test(shown)) return shown.split(';', MOST_PLACES).map((place) => place.trim());
  const places = offices.map((place) => place.location?.trim() || place.name);
  return places.length > 0 ? places : [location?.name];
}
