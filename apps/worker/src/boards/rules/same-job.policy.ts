/** The title is the job: an id, a number or an address under other words is that job only while the words agree. */
import { isDecisive, isOfCraft } from './title-words.js';
import { titleWords, wordOverlap, words } from './title.policy.js';

/** `another_title`: the same job, advertised under other words. `related`: another job. */
export type TitleVerdict = 'same' | 'another_title' | 'related';

const ENOUGH_SHARED = 0.6;

/** `places`: of both ads; their words in a title make it another job. A title without words says nothing. */
export function compareTitles(before: string, now: string, places: readonly string[] = []): TitleVerdict {
  return compareWords(titleWords(before), titleWords(now), [new Set(places.flatMap(words))]);
}

/** The same of titles, and places, whose words are known: boards have many pairs to compare. */
export function compareWords(
  old: ReadonlySet<string>,
  fresh: ReadonlySet<string>,
  places: readonly ReadonlySet<string>[],
): TitleVerdict {
  if (old.size === 0 || fresh.size === 0) return 'same';
  const rest = restOf(old, fresh);
  if (rest.length === 0) return 'same';
  const isAnother = rest.some((word) => isDecisive(word) || places.some((place) => place.has(word)));
  return !isAnother && wordOverlap(old, fresh) >= ENOUGH_SHARED ? 'another_title' : 'related';
}

/**
 * Whether a posting that is known by its page alone is the job that somebody wrote down in their own words: these agree, or
 * are a part of the other, with no word of level or craft beside them. A place may be added: the page has its own.
 */
export function isTitleOf(written: string, shown: string): boolean {
  if (compareTitles(written, shown) !== 'related') return true;
  const [own, fresh] = [titleWords(written), titleWords(shown)];
  const rest = restOf(own, fresh);
  const isPart = rest.length === Math.abs(own.size - fresh.size);
  return isPart && !rest.some(isOfCraft);
}

/** Words of one of them only. */
function restOf(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...[...one].filter((word) => !other.has(word)), ...[...other].filter((word) => !one.has(word))];
}
