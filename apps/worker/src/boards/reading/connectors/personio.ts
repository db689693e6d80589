/** Personio: the whole board as XML, a position sometimes twice; where the company has switched that off (404), its page. */
import { z } from 'zod';
import type { Connector } from './connector.js';
import { dateOf } from './dates.js';
import { boxesIn } from './personio-page.js';
import { id, maybeText, rowsOf } from './rows.js';
import { childrenOf, textOf, xmlOf, type XmlElement } from './xml.js';

const position = z.object({
  id,
  name: maybeText,
  department: maybeText,
  offices: z.array(z.string()),
  createdAt: maybeText,
});

export const personio: Connector = {
  provider: 'personio',
  accept: 'application/xml, text/xml, text/html;q=0.8',
  politeness: { concurrency: 5, pauseMs: 0 },

  feeds: (slug) =>
    ['xml', ''].flatMap((path) =>
      ['de', 'com'].map((tld) => () => `https://${slug}.jobs.personio.${tld}/${path}?language=en`),
    ),

  isForPeople: (url) => new URL(url).pathname === '/',

  parse: (body, { slug }) => {
    const isPage = /^\s*(?:<!doctype html|<html)\b/i.test(body.replace(/^\uFEFF/, ''));
    const positions = isPage ? boxesIn(body, slug) : childrenOf(xmlOf(body, 'workzag-jobs'), 'position').map(fieldsOf);
    const read = rowsOf(positions, position, (ad) => ({
      id: ad.id,
      title: ad.name,
      url: `https://${slug}.jobs.personio.de/job/${encodeURIComponent(ad.id)}`,
      locations: ad.offices,
      department: ad.department,
      jobIds: [],
      publishedAt: dateOf(ad.createdAt),
    }));
    return { ...read, total: null, next: null };
  },
};

function fieldsOf(element: XmlElement) {
  const additional = childrenOf(childrenOf(element, 'additionalOffices')[0], 'office');
  return {
    id: textOf(element, 'id'),
    name: textOf(element, 'name'),
    department: textOf(element, 'department'),
    offices: [...childrenOf(element, 'office'), ...additional].map(({ text }) => text.trim()),
    createdAt: textOf(element, 'createdAt'),
  };
}
