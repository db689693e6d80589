/** Teamtailor: RSS in pages, the one feed with departments and places; where a site has only the JSON feed, that one. */
import { z } from 'zod';
import type { Connector, Page } from './connector.js';
import { dateOf } from './dates.js';
import { jobId } from './job-ids.js';
import { jobPosting, placesOfJob } from './job-posting.js';
import { framed, jsonOf } from './json.js';
import { id, maybe, maybeText, rowsOf } from './rows.js';
import { placeOf } from './shown-text.js';
import { childrenOf, textOf, xmlOf, type XmlElement } from './xml.js';

const PAGE = 100;

const frame = z.object({ items: z.array(z.unknown()), next_url: maybeText });

const jsonItem = z.object({
  id,
  title: maybeText,
  url: maybeText,
  date_published: z.unknown().optional(),
  _jobposting: maybe(jobPosting),
});
const rssItem = z.object({
  guid: id,
  title: maybeText,
  link: maybeText,
  pubDate: maybeText,
  department: maybeText,
  places: z.array(z.string()),
});

export const teamtailor: Connector = {
  provider: 'teamtailor',
  accept: 'application/rss+xml, application/xml, application/json',
  politeness: { concurrency: 5, pauseMs: 0 },

  feeds: (slug) => [
    (offset) => `https://${slug}.teamtailor.com/jobs.rss?offset=${offset}&per_page=${PAGE}`,
    (page) => `https://${slug}.teamtailor.com/jobs.json${page === 0 ? '' : `?page=${page + 1}`}`,
  ],

  parse: (body, { cursor }) =>
    body
      .trimStart()
      .replace(/^\uFEFF/, '')
      .startsWith('{')
      ? readJson(body, cursor)
      : readRss(body, cursor),
};

function readJson(body: string, cursor: number): Page {
  const { items, next_url } = framed(frame, jsonOf(body));
  const read = rowsOf(items, jsonItem, (item) => ({
    id: item.id,
    title: item.title,
    url: item.url,
    locations: item['_jobposting'] ? placesOfJob(item['_jobposting']) : [],
    department: null,
    jobIds: jobId('job', numberIn(item.url)),
    publishedAt: dateOf(item.date_published),
  }));
  return { ...read, total: null, next: next_url && items.length > 0 ? cursor + 1 : null };
}

function readRss(body: string, cursor: number): Page {
  const items = childrenOf(childrenOf(xmlOf(body, 'rss'), 'channel')[0], 'item');
  const read = rowsOf(items.map(fieldsOf), rssItem, (item) => ({
    id: item.guid,
    title: item.title,
    url: item.link?.trim(),
    locations: item.places,
    department: item.department,
    jobIds: jobId('job', numberIn(item.link)),
    publishedAt: dateOf(item.pubDate),
  }));
  // Fewer than were asked for may be all that it gives at once; more are everything.
  const goesOn = items.length > 0 && items.length <= PAGE;
  return { ...read, total: null, next: goesOn ? cursor + items.length : null };
}

function fieldsOf(item: XmlElement) {
  const places = childrenOf(childrenOf(item, 'tt:locations')[0], 'tt:location');
  return {
    guid: textOf(item, 'guid'),
    title: textOf(item, 'title'),
    link: textOf(item, 'link'),
    pubDate: textOf(item, 'pubDate'),
    department: textOf(item, 'tt:department'),
    places: places.map(
      (at) => placeOf(textOf(at, 'tt:city'), textOf(at, 'tt:country')) || (textOf(at, 'tt:name') ?? ''),
    ),
  };
}

/** `/jobs/7958695-full-stack-developer`: both feeds and every page of the job carry this number. */
function numberIn(url: string | null | undefined): string | undefined {
  return /\/jobs\/(\d+)/.exec(url ?? '')?.[1];
}
