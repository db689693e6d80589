/** Recruitee: the whole board in one answer, on the company's own subdomain. */
import { z } from 'zod';
import type { Connector } from './connector.js';
import { dateOf } from './dates.js';
import { framed, jsonOf } from './json.js';
import { id, listOf, maybeText, rowsOf } from './rows.js';
import { placeOf } from './shown-text.js';

const frame = z.object({ offers: z.array(z.unknown()) });

const place = z.object({ name: maybeText, city: maybeText, state: maybeText, country: maybeText });
const offer = z.object({
  id,
  title: maybeText,
  careers_url: maybeText,
  url: maybeText,
  department: maybeText,
  location: maybeText,
  city: maybeText,
  country: maybeText,
  locations: listOf(place),
  published_at: z.unknown().optional(),
});

const offerIn = z.object({ offer: z.unknown() });
const single = z.object({ offer: z.object({ id, status: maybeText }) });

export const recruitee: Connector = {
  provider: 'recruitee',
  accept: 'application/json',
  politeness: { concurrency: 5, pauseMs: 0 },

  feeds: (slug) => [() => `https://${slug}.recruitee.com/api/offers/`],

  parse: (body) => {
    const { offers } = framed(frame, jsonOf(body));
    const read = rowsOf(offers, offer, (ad) => ({
      id: ad.id,
      title: ad.title,
      url: ad.careers_url || ad.url,
      locations: placesOf(ad),
      department: ad.department,
      jobIds: [],
      publishedAt: dateOf(ad.published_at),
    }));
    return { ...read, total: null, next: null };
  },

  single: {
    asList: (answer) => ({ offers: [offerIn.safeParse(answer).data?.offer] }),
    url: (slug, id) => `https://${slug}.recruitee.com/api/offers/${encodeURIComponent(id)}`,
    parse: (body, asked) => {
      const { data } = single.safeParse(jsonOf(body));
      if (data?.offer.id !== asked || !data.offer.status) return 'unknown';
      return data.offer.status === 'published' ? 'open' : 'gone';
    },
    notFound: 'gone',
  },
};

function placesOf(ad: z.infer<typeof offer>): string[] {
  const places = ad.locations.map(({ name, city, state, country }) => placeOf(city, state, country) || (name ?? ''));
  return places.some((text) => text !== '') ? places : [ad.location || placeOf(ad.city, ad.country)];
}
