/** A page on the web that is gone takes its posting with it, as search engines see it; a list of many that is gone may be back. */
import type { KnownPosting } from './known-posting.js';

/** Whether it ever showed a posting, and never two at once. */
export function heldOnePosting(known: ReadonlyMap<string, KnownPosting>, listedAt: Date | null): boolean {
  const sights = [...known.values()]
    .map(({ firstSeenAt, lastSeenAt }) => ({ from: firstSeenAt, to: lastSeenAt ?? listedAt ?? firstSeenAt }))
    .sort((one, other) => one.from.getTime() - other.from.getTime());
  return sights.length > 0 && sights.every(({ from }, place) => (sights[place - 1]?.to ?? 0) < from);
}
