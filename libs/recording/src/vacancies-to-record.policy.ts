/** Which vacancy each of many is for, one after the other: what the first says the second finds. */
import { foldedTitle, sameVacancy, toldAnew } from './vacancy-identity.policy.js';

interface Said {
  companyId: string;
  title: string;
  location?: string | null | undefined;
  url?: string | null | undefined;
  requirements?: string | null | undefined;
}

interface Described {
  companyId: string;
  title: string;
  location: string | null;
  url: string | null;
  requirements: string | null;
}

type Details = Pick<Described, 'title' | 'location' | 'url' | 'requirements'>;
type Place = { id: string } | { toMake: number };

export interface Assignment<W> {
  /** For each that is wanted: one that is there, or the place among those to make. */
  assigned: Place[];
  /** What is told anew of those that are there. */
  changes: Map<string, Partial<Details>>;
  toMake: (W & Details)[];
}

/** `known`: newest first. */
export function assignVacancies<W extends Said>(
  known: readonly (Described & { id: string })[],
  wanted: readonly W[],
): Assignment<W> {
  const changes: Assignment<W>['changes'] = new Map();
  const toMake: (W & Details)[] = [];
  const ofTitle = new Map<string, (Described & { place: Place })[]>();
  for (const { id, companyId, title, location, url, requirements } of known) {
    listed(ofTitle, `${companyId} ${foldedTitle(title)}`).push({
      companyId,
      title,
      location,
      url,
      requirements,
      place: { id },
    });
  }
  const assigned = wanted.map((want): Place => {
    const { companyId, title, location = null, url = null, requirements = null } = want;
    const there = listed(ofTitle, `${companyId} ${foldedTitle(title)}`);
    const found = sameVacancy(there, want);
    if (found === undefined) {
      const details = { title, location, url, requirements };
      const place = { toMake: toMake.push({ ...want, ...details }) - 1 };
      there.unshift({ companyId, ...details, place });
      return place;
    }
    const change = toldAnew(found, want);
    Object.assign(found, change);
    const { place } = found;
    if ('toMake' in place) Object.assign(toMake[place.toMake]!, change);
    else if (Object.keys(change).length > 0) changes.set(place.id, { ...changes.get(place.id), ...change });
    return place;
  });
  return { assigned, changes, toMake };
}

function listed<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
