/** An ad by what it is compared by, worked out once, and what it means for two of them to agree. */
import { jobIdsOf } from './job-id.policy.js';
import type { KnownPosting } from './known-posting.js';
import { compareWords, type TitleVerdict } from './same-job.policy.js';
import { lastingWords, titleKey, titleWords, words } from './title.policy.js';

export interface Ad {
  row: KnownPosting;
  /** In milliseconds; endless while it stands in the list. */
  firstSeen: number;
  lastSeen: number;
  /** The words of its title. */
  words: ReadonlySet<string>;
  /** The same without years and seasons. */
  lasting: ReadonlySet<string>;
  /** Empty when the title has no words; it then equals no other. */
  title: string;
  department: string | null;
  places: readonly string[];
  placeWords: ReadonlySet<string>;
  jobIds: readonly string[];
}

/** Each of so many would be compared with each: a number on more ads than this says nothing, and their titles speak. */
const MOST_OF_A_NUMBER = 50;
/** Nor does a title that so many ads of one place bear, or had: nobody can say which of them is back. */
const MOST_OF_A_KIND = 100;

export function adsOf(rows: Iterable<KnownPosting>): Ad[] {
  const ads = Array.from(rows, adOf);
  const numbered = groupsOf(ads, ({ jobIds }) => jobIds);
  const saysSomething = (id: string) => numbered.get(id)!.length <= MOST_OF_A_NUMBER;
  for (const ad of ads) ad.jobIds = ad.jobIds.filter(saysSomething);
  return ads;
}

function adOf(row: KnownPosting): Ad {
  const set = titleWords(row.title);
  const places = row.locations.map((place) => words(place).join(' ')).filter((place) => place !== '');
  return {
    row,
    firstSeen: row.firstSeenAt.getTime(),
    lastSeen: row.lastSeenAt?.getTime() ?? Infinity,
    words: set,
    lasting: lastingWords(set),
    title: titleKey(set),
    department: (row.department !== null && words(row.department).join(' ')) || null,
    places: [...new Set(places)],
    placeWords: new Set(places.flatMap((place) => place.split(' '))),
    jobIds: jobIdsOf(row),
  };
}

/** Open now, and put up after the board was first read as a whole, the earliest first. */
export function newAds(ads: readonly Ad[], baselineAt: Date): Ad[] {
  return ads
    .filter(({ row }) => row.status === 'open' && row.lastSeenAt === null && row.firstSeenAt > baselineAt)
    .sort((one, other) => one.firstSeen - other.firstSeen || byId(one, other));
}

/** Closed, and not told to have reopened; the one closed last first. */
export function waitingAds(ads: readonly Ad[]): Ad[] {
  return ads
    .filter(({ row }) => row.status === 'closed' && row.succeededBy === null)
    .sort((one, other) => closedTime(other) - closedTime(one) || byId(one, other));
}

/** Not in any list since the new one came: two ids in one list are two openings. */
export function hasLeftBefore(old: Ad, fresh: Ad): boolean {
  return old.lastSeen < fresh.firstSeen;
}

/** In the list that the new one was first seen in, and known before it. */
export function isBeside(ad: Ad, fresh: Ad): boolean {
  return ad.firstSeen < fresh.firstSeen && ad.lastSeen >= fresh.firstSeen;
}

export function isSameRole(one: Ad, other: Ad): boolean {
  return one.title !== '' && one.title === other.title && mayBeOneDepartment(one, other) && isSamePlace(one, other);
}

export function titleVerdict(old: Ad, fresh: Ad): TitleVerdict {
  return compareWords(old.words, fresh.words, [old.placeWords, fresh.placeWords]);
}

/** One place in common; a board that names none names none for both. */
export function isSamePlace(one: Ad, other: Ad): boolean {
  if (one.places.length === 0 && other.places.length === 0) return true;
  return one.places.some((place) => other.places.includes(place));
}

export function isExactlyThere(one: Ad, other: Ad): boolean {
  return one.places.length === other.places.length && one.places.every((place) => other.places.includes(place));
}

export function mayBeOneDepartment(one: Ad, other: Ad): boolean {
  return one.department === null || other.department === null || one.department === other.department;
}

/** What else agrees, for the evidence; silence on both sides is no agreement. */
export function agreement(one: Ad, other: Ad): string[] {
  const department = one.department !== null && one.department === other.department;
  const location = one.places.length > 0 && isSamePlace(one, other);
  return [...(department ? ['department'] : []), ...(location ? ['location'] : [])];
}

export function groupsOf(ads: readonly Ad[], keysOf: (ad: Ad) => readonly string[]): Map<string, Ad[]> {
  const groups = new Map<string, Ad[]>();
  for (const ad of ads) {
    for (const key of keysOf(ad)) {
      const group = groups.get(key);
      if (group) group.push(ad);
      else groups.set(key, [ad]);
    }
  }
  return groups;
}

/** Those of which few enough are of one kind. */
export function kindsOf(ads: readonly Ad[], keysOf: (ad: Ad) => readonly string[]): Map<string, Ad[]> {
  const groups = groupsOf(ads, keysOf);
  for (const [key, group] of groups) if (group.length > MOST_OF_A_KIND) groups.delete(key);
  return groups;
}

/** The title at each of its places. */
export function titleAtPlaces({ title, places }: Ad): string[] {
  if (title === '') return [];
  return places.length === 0 ? [`${title}|`] : places.map((place) => `${title}|${place}`);
}

/** The title at all of its places together. */
export function titleAtAll({ title, places }: Ad): string[] {
  return title === '' ? [] : [`${title}|${places.toSorted().join('|')}`];
}

const closedTime = ({ row }: Ad): number => row.closedAt?.getTime() ?? 0;

function byId(one: Ad, other: Ad): number {
  return one.row.id < other.row.id ? -1 : Number(one.row.id > other.row.id);
}
