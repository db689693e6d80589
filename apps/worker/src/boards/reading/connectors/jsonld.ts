/** Any careers page with schema.org JobPosting markup: what the page's own search-engine data says, no script run. */
import { because, ofBoard } from '@app/contracts';
import type { Connector } from './connector.js';
import { NothingShown } from './connector.js';
import { dateOf, endOf } from './dates.js';
import { jobId } from './job-ids.js';
import { jobPosting, placesOfJob } from './job-posting.js';
import { pageOf } from './page.js';
import { whyNoProof } from './page-proof.policy.js';
import { rowsOf } from './rows.js';
import { shownBoard } from './shown-board.js';

export const jsonld: Connector = {
  provider: 'jsonld',
  accept: 'text/html, application/xhtml+xml',
  // Every site is its own: the gate keeps these apart by host.
  politeness: { concurrency: 1, pauseMs: 0 },
  readUnchanged: true,
  isForPeople: () => true,

  feeds: (slug) => [() => slug],

  parse: (body, { slug, movedTo = null }) => {
    const page = pageOf(body);
    const inBlocks = page.blocks.flatMap((block) => jobsIn(block));
    // Where both say it, it is the same ad twice.
    const jobs = inBlocks.length > 0 ? inBlocks : page.items;
    const { unreadableBlocks: blocks } = page;
    const problems = blocks > 0 ? [ofBoard('markup_left_out', { blocks })] : [];
    const whyOpen = jobs.length === 0 ? whyNoProof(page) : null;
    // A page that shows no job is believed only when it says itself that the job is gone.
    if (whyOpen !== null) {
      const showsBoard = shownBoard(page.links, slug, movedTo);
      if (showsBoard !== null) return { rows: [], problems, listed: 0, total: null, next: null, showsBoard };
      throw new NothingShown(because(ofBoard('no_markup'), whyOpen));
    }

    const shared = sharedIdentifiers(jobs);
    const read = rowsOf(jobs, jobPosting, (job) => {
      const own = job.identifier.find((value) => jobId('identifier', value).length > 0 && !shared.has(value));
      const title = job.title ?? job.name;
      return {
        id: own ?? job.url ?? (jobs.length === 1 ? slug : `${slug}#${title ?? ''}`),
        title,
        url: job.url ?? (URL.canParse(slug) ? slug : null),
        locations: placesOfJob(job),
        department: null,
        jobIds: jobId('identifier', own),
        publishedAt: dateOf(job.datePosted),
        closedFrom: endOf(job.validThrough),
      };
    });
    // An ad whose markup cannot be read is there all the same.
    const total = page.unreadableJobs > 0 && jobs === inBlocks ? jobs.length + page.unreadableJobs : null;
    return { ...read, problems: [...problems, ...read.problems], total, next: null };
  },
};

const HOLDERS = ['@graph', 'itemListElement', 'item', 'mainEntity', 'mainEntityOfPage'];
const DEEPEST = 8;

export function jobsIn(value: unknown, depth = 0): object[] {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => jobsIn(entry, depth + 1));
  const node = value as Record<string, unknown>;
  const types = [node['@type']].flat();
  if (types.some((type) => typeof type === 'string' && /(^|[/:#])JobPosting$/.test(type))) return [node];
  return HOLDERS.flatMap((holder) => jobsIn(node[holder], depth + 1));
}

/** Some sites put the company's number where the job's belongs. */
function sharedIdentifiers(jobs: object[]): Set<string> {
  const titles = new Map<string, Set<string>>();
  for (const job of jobs) {
    const read = jobPosting.safeParse(job);
    const behind = `${read.data?.title} ${read.data?.url}`;
    for (const value of read.data?.identifier ?? []) {
      titles.set(value, (titles.get(value) ?? new Set()).add(behind));
    }
  }
  return new Set([...titles].filter(([, jobsBehind]) => jobsBehind.size > 1).map(([value]) => value));
}
