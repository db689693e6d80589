/** What the rejections so far have in common: each figure with what it is out of, and nothing concluded from a few. */
import type { ReasonCategory, RejectableStage, Stage } from '@app/contracts';
import { isAdvance, rejectionsInARow } from '@app/follow-ups';
import type { Change } from '../applications/furthest-stage.policy.js';
import { type Course, courseOf, type Flow, FLOW_STAGES, flowOf, type FlowStage } from './flow.policy.js';

/** Fewer say nothing. */
export const ENOUGH = 5;
const DAY_MS = 86_400_000;
/** From how many days on; the last has no end. */
const SPANS = [0, 3, 8, 15, 31, 61];

export interface Tried {
  id: string;
  stage: Stage;
  sample: boolean;
  appliedAt: Date | null;
  createdAt: Date;
  rejection: {
    receivedAt: Date;
    stage: RejectableStage;
    theirs: ReasonCategory | null;
    mine: ReasonCategory | null;
  } | null;
}

export interface ChangeOf extends Change {
  applicationId: string;
}

interface Facts {
  tried: readonly Tried[];
  /** The oldest first; of deleted applications as well. */
  changes: readonly ChangeOf[];
  /** After how many in a row the candidate is told. */
  tellsAt: number;
}

interface Counted<Row> {
  of: number;
  conclusive: boolean;
  rows: Row[];
}
type OfStage = { stage: FlowStage; rejections: number; reached: number };
type OfReason = { theirs: ReasonCategory | null; mine: ReasonCategory | null; rejections: number };
type OfDays = { from: number; to: number | null; rejections: number };

export interface Insight {
  sample: boolean;
  total: number;
  conclusive: boolean;
  byStage: Counted<OfStage>;
  byReason: Counted<OfReason> & { readByMe: number };
  byDays: Counted<OfDays> & { medianDays: number | null };
  streak: { length: number; tellsAt: number; byStage: Counted<OfStage>; byReason: Counted<OfReason> };
  flow: Flow;
}

interface Refused extends Course {
  id: string;
  rejection: NonNullable<Tried['rejection']>;
  days: number | null;
}

export function insightOf({ tried, changes, tellsAt }: Facts): Insight {
  const byApplication = Map.groupBy(changes, ({ applicationId }) => applicationId);
  const withCourse = tried.flatMap((one) => {
    const rejectedAt = one.rejection?.stage ?? null;
    const course = courseOf({ ...one, rejectedAt }, byApplication.get(one.id) ?? []);
    return course === null ? [] : [{ ...one, ...course }];
  });
  // What is invented is looked at only while there is nothing of one's own.
  const sample = withCourse.length > 0 && withCourse.every((one) => one.sample);
  const own = withCourse.filter((one) => one.sample === sample);
  const refused: Refused[] = own.flatMap(({ rejection, ...one }) =>
    rejection === null ? [] : [{ ...one, rejection, days: daysUntil(rejection.receivedAt, one) }],
  );
  const flow = flowOf(own);
  const row = inARow(refused, changes, tried, sample);
  const days = refused.flatMap((one) => (one.days === null ? [] : [one.days]));
  return {
    sample,
    total: refused.length,
    conclusive: refused.length >= ENOUGH,
    byStage: stagesOf(refused, flow),
    byReason: { ...reasonsOf(refused), readByMe: refused.filter(({ rejection }) => rejection.mine !== null).length },
    byDays: { ...counted(days.length, spansOf(days)), medianDays: days.length >= ENOUGH ? medianOf(days) : null },
    streak: { length: row.length, tellsAt, byStage: stagesOf(row, flow), byReason: reasonsOf(row) },
    flow,
  };
}

const counted = <Row>(of: number, rows: Row[]): Counted<Row> => ({ of, conclusive: of >= ENOUGH, rows });

function inARow(refused: Refused[], changes: readonly ChangeOf[], tried: readonly Tried[], sample: boolean): Refused[] {
  const others = new Set(tried.filter((one) => one.sample !== sample).map(({ id }) => id));
  const progressAt = changes
    .filter((change) => isAdvance(change) && !others.has(change.applicationId))
    .map(({ at }) => at);
  return rejectionsInARow(
    refused.map((one) => ({ ...one, receivedAt: one.rejection.receivedAt })),
    progressAt,
  );
}

function stagesOf(refused: readonly Refused[], flow: Flow): Counted<OfStage> {
  const rows = FLOW_STAGES.map((stage, at) => ({
    stage,
    rejections: refused.filter(({ furthest }) => furthest === stage).length,
    reached: flow.stages[at]!.reached,
  }));
  return counted(
    refused.length,
    rows.filter(({ rejections, reached }) => rejections + reached > 0),
  );
}

/** The most frequent first. */
function reasonsOf(refused: readonly Refused[]): Counted<OfReason> {
  const pairs = Map.groupBy(refused, ({ rejection: { theirs, mine } }) => `${theirs} ${mine}`);
  const rows = [...pairs.values()].map((same) => {
    const { theirs, mine } = same[0]!.rejection;
    return { theirs, mine, rejections: same.length };
  });
  return counted(
    refused.length,
    rows.toSorted((one, other) => other.rejections - one.rejections),
  );
}

/** Whole days from applying to the answer; null where nobody said when that was. */
function daysUntil(receivedAt: Date, { appliedAt, createdAt }: Pick<Tried, 'appliedAt' | 'createdAt'>): number | null {
  if (appliedAt === null || appliedAt.getTime() === createdAt.getTime()) return null;
  return Math.max(0, Math.floor((receivedAt.getTime() - appliedAt.getTime()) / DAY_MS));
}

const spansOf = (days: readonly number[]): OfDays[] =>
  SPANS.map((from, at) => {
    const end = SPANS[at + 1];
    const rejections = days.filter((one) => one >= from && (end === undefined || one < end)).length;
    return { from, to: end === undefined ? null : end - 1, rejections };
  });

function medianOf(days: readonly number[]): number {
  const sorted = days.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : Math.round((sorted[middle - 1]! + sorted[middle]!) / 2);
}
