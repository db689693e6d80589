/** A page on the web that is gone takes its posting with it, as search engines see it; a list of many that is gone may be back. */
import type { KnownPosting } from './known-posting.js';
import type { Posting } from './posting.js';
import { compareTitles } from './same-job.policy.js';

/** Whether it ever showed a posting, and never two at once. */
export function heldOnePosting(known: ReadonlyMap<string, KnownPosting>, listedAt: Date | null): boolean {
  const sights = [...known.values()]
    .map(({ firstSeenAt, lastSeenAt }) => ({ from: firstSeenAt, to: lastSeenAt ?? listedAt ?? firstSeenAt }))
    .sort((one, other) => one.from.getTime() - other.from.getTime());
  return sights.length > 0 && sights.every(({ from }, place) => (sights[place - 1]?.to ?? 0) < from);
}

/** What a page showed last. */
export function lastPosting(rows: readonly KnownPosting[]): KnownPosting | undefined {
  return rows.toSorted((one, other) => other.firstSeenAt.getTime() - one.firstSeenAt.getTime())[0];
}

/** Whether a page's one ad has an id is up to its markup, which changes: under the same title it is the ad that stood there. */
export function underFormerId(
  ads: Map<string, Posting>,
  known: ReadonlyMap<string, KnownPosting>,
): Map<string, Posting> {
  const [ad, ...others] = ads.values();
  const [row, ...rest] = [...known.values()].filter(({ status }) => status !== 'closed');
  if (ad === undefined || row === undefined || others.length + rest.length > 0 || known.has(ad.id)) return ads;
  if (compareTitles(row.title, ad.title, [...row.locations, ...ad.locations]) !== 'same') return ads;
  return new Map([[row.id, { ...ad, id: row.id }]]);
}
