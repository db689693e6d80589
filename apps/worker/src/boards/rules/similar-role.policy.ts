/**
 * A role like one that closed, or under its number and another title: not the same, so a softer word to those who watch, and it
 * never uses up the closed one.
 */
import {
  agreement,
  groupsOf,
  hasLeftBefore,
  isBeside,
  isSamePlace,
  mayBeOneDepartment,
  newAds,
  titleVerdict,
  waitingAds,
  type Ad,
} from './ad.policy.js';
import type { Reopening } from './known-posting.js';
import type { Candidates } from './matching.policy.js';
import { reopening, type Found } from './posting-evidence.policy.js';
import { titleKey, wordOverlap } from './title.policy.js';

const ENOUGH_OVERLAP = 0.6;
/** One more of so many roles of one title is no news of any of them. */
const MANY = 1_000;

interface Likeness {
  fresh: Ad;
  found: Found;
}

/** For each watched posting the one new role most like it, once per close, whoever else watches what. */
export function findSimilarRoles({
  ads,
  changed,
  baselineAt,
  watched,
}: Candidates & { watched: ReadonlySet<string> }): Reopening[] {
  const waiting = waitingAds(ads).filter(({ row }) => row.similarTo === null && watched.has(row.id));
  if (waiting.length === 0) return [];
  const yearly = groupsOf(ads, yearlyKeys);
  const isMoreOfTheSame = (fresh: Ad): boolean =>
    yearlyKeys(fresh).some((key) => {
      const kind = yearly.get(key) ?? [];
      return (
        kind.length > MANY ||
        kind.some((ad) => isBeside(ad, fresh) && isSamePlace(ad, fresh) && mayBeOneDepartment(ad, fresh))
      );
    });
  const news = newAds(ads, baselineAt).filter((fresh) => !isMoreOfTheSame(fresh));
  const keys = (ad: Ad): string[] => [...yearlyKeys(ad), ...departmentKeys(ad), ...numberKeys(ad)];
  const groups = groupsOf(news, keys);
  const numbered = groupsOf(ads, numberKeys);
  const isOneOfMany = (fresh: Ad): boolean =>
    numberKeys(fresh).some((key) => numbered.get(key)?.some((ad) => isBeside(ad, fresh)));
  return waiting.flatMap((old) => {
    const likenesses = [...new Set(keys(old).flatMap((key) => groups.get(key) ?? []))]
      .filter((fresh) => (changed.has(fresh.row.id) || changed.has(old.row.id)) && hasLeftBefore(old, fresh))
      .flatMap((fresh) => relation(old, fresh, isOneOfMany) ?? likeness(old, fresh) ?? []);
    const best = likenesses.sort((one, other) => other.found.score - one.found.score)[0];
    return best ? [reopening(old.row, best.fresh.row, best.found, best.fresh.row.firstSeenAt)] : [];
  });
}

/** The number of the job under another title: while another ad of that number is open, it says nothing. */
function relation(old: Ad, fresh: Ad, isOneOfMany: (fresh: Ad) => boolean): Likeness | null {
  const shared = old.jobIds.filter((id) => fresh.jobIds.includes(id));
  if (shared.length === 0 || isOneOfMany(fresh) || titleVerdict(old, fresh) !== 'related') return null;
  return { fresh, found: { grade: 'related_role', matched: [...shared, ...agreement(old, fresh)], score: 0.8 } };
}

function likeness(old: Ad, fresh: Ad): Likeness | null {
  const besides = agreement(old, fresh);
  const grade = 'similar_role';
  if (isYearlyAgain(old, fresh)) {
    return { fresh, found: { grade, matched: ['title_without_season', ...besides], score: 0.5 } };
  }
  const overlap = wordOverlap(old.lasting, fresh.lasting);
  const isOneDepartment = old.department !== null && old.department === fresh.department;
  if (!isOneDepartment || !isSamePlace(old, fresh) || overlap < ENOUGH_OVERLAP) return null;
  return { fresh, found: { grade, matched: ['title_words', ...besides], score: 0.5 * overlap } };
}

function isYearlyAgain(old: Ad, fresh: Ad): boolean {
  const [key] = yearlyKeys(old);
  return key !== undefined && key === yearlyKeys(fresh)[0] && isSamePlace(old, fresh) && mayBeOneDepartment(old, fresh);
}

function yearlyKeys({ lasting }: Ad): string[] {
  const key = titleKey(lasting);
  return key === '' ? [] : [`title ${key}`];
}

function numberKeys({ jobIds }: Ad): string[] {
  return jobIds.map((id) => `number ${id}`);
}

function departmentKeys({ department }: Ad): string[] {
  return department === null ? [] : [`department ${department}`];
}
