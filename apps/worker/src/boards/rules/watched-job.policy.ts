/** What a sighting is to one who watches: of their job, of another one in its place, or none of theirs. */
import { compareTitles, isTitleOf } from './same-job.policy.js';
import type { Sighted } from './sighted.policy.js';
import { titleWords, wordOverlap } from './title.policy.js';

export interface WatchedJob {
  /** Names the watch: of two that are as close to a page the first one is meant. */
  id: string;
  /** As the candidate wrote it. */
  vacancyTitle: string;
  /** As the board had it, once the posting came back as another job. */
  jobTitle: string | null;
}

export interface Sight {
  kind: Sighted['kind'];
  title: string;
  /** Of a posting that is back, or another one in its place: the title that closed. */
  previousTitle: string | null;
  /** Of a page with one posting, and not by its id. */
  byPage: boolean;
  /** Their vacancy closed with the page, which is there again. */
  pageIsBack: boolean;
}

/** Null: it is not for them. `beside`: what else the same candidate watches by that page. */
export function sightFor(watch: WatchedJob, sight: Sight, beside: readonly WatchedJob[]): Sighted['kind'] | null {
  if (sight.byPage) return sight.pageIsBack || isMeant(watch, sight, beside) ? sight.kind : null;
  if (watch.jobTitle === null) return sight.kind;
  const isTheirs = compareTitles(watch.jobTitle, sight.title) !== 'related';
  if (sight.kind === 'similar') return isTheirs ? 'reopened' : null;
  return isTheirs ? sight.kind : null;
}

/** A page that is gone shows no title to compare: it is so for whoever watches it, unless it was another vacancy of theirs. */
export function isGoneFor(watch: WatchedJob, title: string, beside: readonly WatchedJob[]): boolean {
  if (isMeant(watch, { title, previousTitle: null }, beside)) return true;
  return ![watch, ...beside].some(({ vacancyTitle }) => isTitleOf(vacancyTitle, title));
}

/** A page without ids speaks for one vacancy of a candidate, and only for one with its title. */
function isMeant(
  watch: WatchedJob,
  { title, previousTitle }: Pick<Sight, 'title' | 'previousTitle'>,
  beside: readonly WatchedJob[],
): boolean {
  const shown = previousTitle ?? title;
  if (!isTitleOf(watch.vacancyTitle, shown)) return false;
  const closeness = ({ vacancyTitle }: WatchedJob) => wordOverlap(titleWords(vacancyTitle), titleWords(shown));
  const own = closeness(watch);
  return !beside.some((other) => {
    const theirs = closeness(other);
    return other.id !== watch.id && (theirs > own || (theirs === own && other.id < watch.id));
  });
}
