/** Lever, at its American and its European host: a bare list without a total, page by page until one is short. */
import { z } from 'zod';
import type { Connector } from './connector.js';
import { dateOf } from './dates.js';
import { framed, jsonOf } from './json.js';
import { id, listOf, maybe, maybeText, rowsOf } from './rows.js';

const PAGE = 100;

const posting = z.object({
  id,
  text: maybeText,
  hostedUrl: maybeText,
  createdAt: z.unknown().optional(),
  categories: maybe(
    z.object({ location: maybeText, department: maybeText, team: maybeText, allLocations: listOf(z.string()) }),
  ),
});

export const lever: Connector = {
  provider: 'lever',
  accept: 'application/json',
  politeness: { concurrency: 1, pauseMs: 1_000 },

  feeds: (slug) => {
    const [, eu = '', site = ''] = /^(eu:)?(.*)$/.exec(slug) ?? [];
    const host = eu === '' ? 'api.lever.co' : 'api.eu.lever.co';
    return [(skip) => `https://${host}/v0/postings/${encodeURIComponent(site)}?mode=json&skip=${skip}&limit=${PAGE}`];
  },

  parse: (body, { cursor }) => {
    const list = framed(z.array(z.unknown()), jsonOf(body));
    const read = rowsOf(list, posting, ({ categories, ...ad }) => ({
      id: ad.id,
      title: ad.text,
      url: ad.hostedUrl,
      locations: categories?.allLocations.length ? categories.allLocations : [categories?.location],
      department: categories?.department || categories?.team,
      jobIds: [],
      publishedAt: dateOf(ad.createdAt),
    }));
    // More than was asked for is everything: the server does not page.
    return { ...read, total: null, next: list.length === PAGE ? cursor + PAGE : null };
  },
};
