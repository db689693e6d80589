/** Which postings are asked for one by one after a list was read: those that somebody watches and that the list lacks. */
import type { KnownPosting } from './known-posting.js';
import { namesOf } from './sighted.policy.js';
import { isHeld, type Sweep } from './sweep.policy.js';

export const MOST_LOOK_UPS = 25;
const HOUR_MS = 3_600_000;

export interface Looking extends Pick<Sweep, 'board' | 'known' | 'reading' | 'at'> {
  /** As they are watched, which need not be the ids of the feed. */
  watched: ReadonlySet<string>;
}

/** Of a list that is believed, only who counts as closed already is left alone; a part of one hides who is back, too. */
export function postingsToLookUp({ watched, ...sweep }: Looking): string[] {
  const { known, reading, at } = sweep;
  if (watched.size === 0 || isHeld(sweep)) return [];
  const isListed = listedIn(reading);
  const isOpenToDoubt = ({ status }: KnownPosting) => status !== 'closed' || reading.outcome === 'truncated';
  // Reading an address takes its time, so only where somebody watches by another name than the feed's.
  const otherNames = new Set([...watched].filter((id) => !known.has(id)));
  const isWatched = (row: KnownPosting) =>
    watched.has(row.id) || (otherNames.size > 0 && namesOf(row).some((name) => otherNames.has(name)));
  const asked = [...known.values()].filter((row) => !isListed(row) && isOpenToDoubt(row) && isWatched(row));
  const ids = asked.map(({ id }) => id).sort();
  const first = ids.length > MOST_LOOK_UPS ? Math.floor(at.getTime() / HOUR_MS) % ids.length : 0;
  return [...ids.slice(first), ...ids.slice(0, first)].slice(0, MOST_LOOK_UPS);
}

/** Nobody is lacking, by the ids alone: what is known of the board need not be read to tell. */
export function listsAll({ watched, reading }: Pick<Looking, 'watched' | 'reading'>): boolean {
  if (reading.outcome === 'not_modified') return watched.size === 0;
  if (!('postings' in reading)) return true;
  const ids = new Set(reading.postings.map(({ id }) => id));
  return [...watched].every((id) => ids.has(id));
}

function listedIn(reading: Sweep['reading']): (row: KnownPosting) => boolean {
  if (reading.outcome === 'not_modified') return (row) => row.lastSeenAt === null;
  if (!('postings' in reading)) return () => true;
  const ids = new Set(reading.postings.map(({ id }) => id));
  return ({ id }) => ids.has(id);
}
