/**
 * Which new posting is a closed one advertised anew. The rows themselves are the memory: a pair waits while the old one
 * is only missing, because it is not closed yet, and falls away when it comes back, because it is open again.
 */
import {
  agreement,
  groupsOf,
  hasLeftBefore,
  isBeside,
  isExactlyThere,
  isSamePlace,
  isSameRole,
  kindsOf,
  newAds,
  titleAtAll,
  titleAtPlaces,
  titleVerdict,
  waitingAds,
  type Ad,
} from './ad.policy.js';
import type { Reopening } from './known-posting.js';
import { reopening, type Found } from './posting-evidence.policy.js';

export interface Candidates {
  ads: readonly Ad[];
  /** Ids of the rows that this sweep changed: a pair of which neither did was decided before. */
  changed: ReadonlySet<string>;
  /** The first complete list of the board: what stood in it is never new. */
  baselineAt: Date;
}

interface Rule {
  keys(ad: Ad): readonly string[];
  /** Under which keys there may be ads beside it, where it is found under this one; this one is among them. */
  besideUnder(ad: Ad, key: string): readonly string[];
  /** `beside`: ads of those keys that were open when the new one came. */
  fits(old: Ad, fresh: Ad, beside: () => readonly Ad[]): boolean;
  evidence(old: Ad, fresh: Ad): Found;
}

/** The rules in the order of their strength: the stronger chooses first. */
const RULES: Rule[] = [
  {
    keys: (ad) => ad.jobIds,
    besideUnder: (_ad, key) => [key],
    // While other ads of the job are open the job has not reopened, but the ad for one place may have.
    fits: (old, fresh, beside) =>
      titleVerdict(old, fresh) !== 'related' && (beside().length === 0 || isReplaced(old, fresh, beside())),
    evidence: (old, fresh) => {
      const shared = old.jobIds.filter((id) => fresh.jobIds.includes(id));
      const besides = [...(old.title !== '' && old.title === fresh.title ? ['title'] : []), ...agreement(old, fresh)];
      const isRenamed = titleVerdict(old, fresh) === 'another_title';
      const grade = isRenamed ? 'another_title' : 'same_requisition';
      return { grade, matched: [...shared, ...besides], score: (isRenamed ? 0.8 : 0.9) + 0.03 * besides.length };
    },
  },
  {
    keys: titleAtAll,
    besideUnder: (_ad, key) => [key],
    fits: (old, fresh, beside) => isExactlyThere(old, fresh) && isReplaced(old, fresh, beside()),
    evidence: (old, fresh) => byTitle(old, fresh, 0.7),
  },
  {
    keys: titleAtPlaces,
    besideUnder: titleAtPlaces,
    fits: (old, fresh, beside) => isReplaced(old, fresh, beside()),
    evidence: (old, fresh) => byTitle(old, fresh, 0.6),
  },
];

/** The same role, and nobody beside it whom the new one is at least as much like: that role would never have closed. */
function isReplaced(old: Ad, fresh: Ad, beside: readonly Ad[]): boolean {
  const isAsClose = isExactlyThere(old, fresh) ? isExactlyThere : isSamePlace;
  return isSameRole(old, fresh) && !beside.some((ad) => isSameRole(ad, fresh) && isAsClose(ad, fresh));
}

function byTitle(old: Ad, fresh: Ad, score: number): Found {
  const besides = agreement(old, fresh);
  return { grade: 'same_title', matched: ['title', ...besides], score: score + 0.1 * besides.length };
}

/** A closed posting serves one new one at most, a new one has one predecessor: the one that closed last. */
export function findReposts({ ads, changed, baselineAt }: Candidates): Reopening[] {
  const waiting = waitingAds(ads);
  const fresh = newAds(ads, baselineAt).filter(({ row }) => row.succeeds === null);
  if (waiting.length === 0 || fresh.length === 0) return [];
  const taken = new Set<Ad>();
  const found: Reopening[] = [];
  for (const rule of RULES) {
    const kinds = kindsOf(ads, rule.keys);
    const olds = groupsOf(waiting, rule.keys);
    const neighbours = neighboursIn(kinds);
    for (const ad of fresh.filter((candidate) => !taken.has(candidate))) {
      const isOpen = (old: Ad): boolean => !taken.has(old) && (changed.has(ad.row.id) || changed.has(old.row.id));
      const firsts = rule.keys(ad).flatMap((key) => {
        const under = rule.besideUnder(ad, key);
        // Who is in a crowd cannot be told, nor who stands beside it there.
        if (under.some((one) => !kinds.has(one))) return [];
        const group = olds.get(key) ?? [];
        while (group[0] && taken.has(group[0])) group.shift();
        const beside = (): Ad[] => under.flatMap((one) => neighbours(one, ad));
        return group.find((old) => isOpen(old) && hasLeftBefore(old, ad) && rule.fits(old, ad, beside)) ?? [];
      });
      const [old] = firsts.length > 1 ? waitingAds(firsts) : firsts;
      if (!old) continue;
      taken.add(ad).add(old);
      found.push(reopening(old.row, ad.row, rule.evidence(old, ad), ad.row.firstSeenAt));
    }
  }
  return found;
}

/** Who was there when the new one came; those who came in one sweep share the answer. */
function neighboursIn(groups: Map<string, Ad[]>): (key: string, fresh: Ad) => Ad[] {
  const answers = new Map<string, Ad[]>();
  return (key, fresh) => {
    const question = `${fresh.firstSeen} ${key}`;
    const answer = answers.get(question) ?? (groups.get(key) ?? []).filter((ad) => isBeside(ad, fresh));
    answers.set(question, answer);
    return answer;
  };
}
