/** Rejections in a row with no progress between them, and when to say so. */
import { type RejectableStage, type Stage, STAGES } from '@app/contracts';

export interface StreakRejection {
  applicationId: string;
  receivedAt: Date;
  stage: RejectableStage;
  reasonCategory: string | null;
}

export interface StreakFacts {
  /** The candidate's standing rejections, in any order. */
  rejections: readonly StreakRejection[];
  /** Moments of progress: an offer, an acceptance, or an advance past screening. */
  progressAt: readonly Date[];
  /** The newest rejection of the streak that the candidate was last told of. */
  toldUntil: Date | null;
  length: number;
}

export interface Streak {
  length: number;
  applicationIds: string[];
  total: number;
  byStage: Record<string, number>;
  byReason: Record<string, number>;
}

const lastOf = (moments: readonly Date[]): number =>
  moments.reduce((last, at) => Math.max(last, Number(at)), -Infinity);

/** Since the last progress, the oldest first. */
export function rejectionsInARow<One extends Pick<StreakRejection, 'receivedAt'>>(
  rejections: readonly One[],
  progressAt: readonly Date[],
): One[] {
  const lastProgress = lastOf(progressAt);
  return rejections
    .filter(({ receivedAt }) => receivedAt.getTime() > lastProgress)
    .sort((a, b) => Number(a.receivedAt) - Number(b.receivedAt));
}

const PROGRESS = new Set<Stage>(['interview', 'offer', 'accepted']);

/** Past screening. A step back to correct a stage is none, nor is a rejection that was taken back, unless an offer stands now. */
export function isAdvance({ fromStage, toStage }: { fromStage: Stage | null; toStage: Stage }): boolean {
  if (!PROGRESS.has(toStage)) return false;
  if (fromStage === 'rejected') return toStage !== 'interview';
  return fromStage === null || STAGES.indexOf(toStage) > STAGES.indexOf(fromStage);
}

/** The streak to tell of now and its newest rejection, or null: it is told once, and armed again by progress. */
export function streakToTell({
  rejections,
  progressAt,
  toldUntil,
  length,
}: StreakFacts): { streak: Streak; until: Date } | null {
  const row = rejectionsInARow(rejections, progressAt);
  const newest = row.at(-1);
  const told = toldUntil !== null && toldUntil.getTime() > lastOf(progressAt);
  if (!newest || row.length < length || told) return null;
  const streak = {
    length: row.length,
    applicationIds: row.map(({ applicationId }) => applicationId),
    total: rejections.length,
    byStage: count(rejections.map(({ stage }) => stage)),
    byReason: count(rejections.map(({ reasonCategory }) => reasonCategory ?? 'unknown')),
  };
  return { streak, until: newest.receivedAt };
}

function count(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
