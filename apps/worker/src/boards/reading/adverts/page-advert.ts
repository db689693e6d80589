/** The ad that a company's own page is: by its JobPosting, the board it shows, or what it is called. */
import { postingProblem, type Sentence } from '@app/contracts';
import { z } from 'zod';
import { UnreadableBoard } from '../connectors/connector.js';
import { jobPosting, named, placesOfJob, textsOf } from '../connectors/job-posting.js';
import { jobsIn } from '../connectors/jsonld.js';
import { type CareersPage, pageOf } from '../connectors/page.js';
import { wallOf } from '../connectors/page-proof.policy.js';
import { shownBoard } from '../connectors/shown-board.js';
import { shownText } from '../connectors/shown-text.js';
import type { Advert, AdvertAsked, AdvertSeen } from './advert.js';
import { oneLine, placesIn, prose } from './line.policy.js';
import { markedLines } from './marked-text.js';
import { pageHead } from './page-head.js';
import { allOf, requirementsIn } from './requirements.policy.js';

const advertised = z.object({
  ...jobPosting.shape,
  hiringOrganization: named,
  description: textsOf,
  qualifications: textsOf,
  skills: textsOf,
});

export function pageAdvert(body: string, { slug, movedTo }: AdvertAsked): AdvertSeen {
  const page = pageOf(body);
  const inBlocks = page.blocks.flatMap((block) => jobsIn(block));
  const jobs = (inBlocks.length > 0 ? inBlocks : page.items).flatMap((job) => advertised.safeParse(job).data ?? []);
  const job = jobs.length === 1 ? jobs[0] : jobs.find(({ url }) => url && isSamePage(url, slug));
  if (job !== undefined) return { advert: advertOf(job) };
  if (jobs.length > 1) throw unread(postingProblem('several_postings', { count: jobs.length }));
  const elsewhere = shownBoard(page.links, slug, movedTo);
  if (elsewhere !== null) return { elsewhere };
  return { advert: headOf(page, body) };
}

function advertOf(job: z.infer<typeof advertised>): Advert {
  const asked = [...job.qualifications, ...job.skills].flatMap((markup) => markedLines(markup));
  return {
    title: shownLine(job.title ?? job.name, 500),
    companyName: shownLine(job.hiringOrganization, 300),
    location: shownLine(placesIn(placesOfJob(job)), 300),
    requirements: prose(allOf(asked) ?? requirementsIn(job.description.flatMap((markup) => markedLines(markup)))),
  };
}

const shownLine = (text: string | null | undefined, most: number) => oneLine(shownText(text ?? ''), most);

/** A wall has a title, too, and it is nobody's job. */
function headOf(page: CareersPage, body: string): Advert {
  const stands = wallOf(page);
  if (stands !== null) throw unread(postingProblem('behind_a_wall', { stands }));
  const { title, heading, shared } = pageHead(body);
  const site = oneLine(shared.get('og:site_name'), 300);
  const called = oneLine(heading, 500) ?? oneLine(shared.get('og:title'), 500) ?? oneLine(title, 500);
  if (called === null) throw unread(postingProblem('not_a_posting'));
  return { title: withoutSite(called, site), companyName: site, location: null, requirements: null };
}

/** `Cook - Acme` on the site of Acme is a Cook. */
function withoutSite(title: string, site: string | null): string {
  if (site === null || !title.endsWith(site)) return title;
  const rest = title.slice(0, -site.length).trimEnd();
  return /[|–—·:-]$/.test(rest) ? rest.slice(0, -1).trimEnd() || title : title;
}

function isSamePage(one: string, other: string): boolean {
  const [a, b] = [URL.parse(one, other), URL.parse(other)];
  return a !== null && b !== null && a.href === b.href;
}

const unread = (problem: Sentence) => new UnreadableBoard(problem);
