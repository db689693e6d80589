/** Lever, at its American and its European host: a bare list without a total, page by page until one is empty. */
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
const single = z.object({ id });

export const lever: Connector = {
  provider: 'lever',
  accept: 'application/json',
  politeness: { concurrency: 1, pauseMs: 1_000 },

  feeds: (slug) => [(skip) => `${postingsOf(slug)}?mode=json&skip=${skip}&limit=${PAGE}`],

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
    // More than was asked for is everything: the server does not page. Less may be all that it gives at once.
    const goesOn = list.length > 0 && list.length <= PAGE;
    return { ...read, total: null, next: goesOn ? cursor + list.length : null };
  },

  single: {
    asList: (answer) => [answer],
    url: (slug, id) => `${postingsOf(slug)}/${encodeURIComponent(id)}`,
    parse: (body, asked) => (single.safeParse(jsonOf(body)).data?.id === asked ? 'open' : 'unknown'),
    // Confidential postings answer 404 here while their page is open to everybody.
    notFound: 'unknown',
  },
};

function postingsOf(slug: string): string {
  const [, eu = '', site = ''] = /^(eu:)?(.*)$/.exec(slug) ?? [];
  return `https://${eu === '' ? 'api.lever.co' : 'api.eu.lever.co'}/v0/postings/${encodeURIComponent(site)}`;
}
