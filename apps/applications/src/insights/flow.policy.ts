/** How far applications came, and where each of them ended: what a picture of the flow is drawn from, and its table. */
import type { Stage } from '@app/contracts';
import { type Change, furthestStage } from '../applications/furthest-stage.policy.js';

export const FLOW_STAGES = [
  'applied',
  'screening',
  'interview',
  'offer',
  'accepted',
] as const satisfies readonly Stage[];
export type FlowStage = (typeof FLOW_STAGES)[number];
export const FLOW_ENDS = ['rejected', 'withdrawn', 'open'] as const;
export type FlowEnd = (typeof FLOW_ENDS)[number];

export interface Course {
  furthest: FlowStage;
  /** Null: accepted, and that stands. */
  end: FlowEnd | null;
}

interface Tried {
  stage: Stage;
  appliedAt: Date | null;
  /** At which it was turned down; null: it is not. */
  rejectedAt: Stage | null;
}

/** Null: it was only saved, and never tried. */
export function courseOf({ stage, appliedAt, rejectedAt }: Tried, changes: readonly Change[]): Course | null {
  const known: Stage[] = [
    stage,
    ...(appliedAt === null ? [] : ['applied' as const]),
    ...(rejectedAt ? [rejectedAt] : []),
  ];
  const furthest = furthestStage(changes, known);
  if (furthest === 'saved') return null;
  if (stage === 'accepted') return { furthest, end: null };
  return { furthest, end: stage === 'rejected' || stage === 'withdrawn' ? stage : 'open' };
}

export interface StageOfFlow extends Record<FlowEnd, number> {
  stage: FlowStage;
  /** That came at least this far; one that was passed over counts as reached. */
  reached: number;
  wentOn: number;
}

export interface Flow {
  of: number;
  stages: StageOfFlow[];
  nodes: { id: FlowStage | FlowEnd; applications: number }[];
  links: { from: FlowStage; to: FlowStage | FlowEnd; applications: number }[];
}

export function flowOf(courses: readonly Course[]): Flow {
  const place = (stage: FlowStage) => FLOW_STAGES.indexOf(stage);
  const ofEnd = (stage: FlowStage, end: FlowEnd) =>
    courses.filter((course) => course.furthest === stage && course.end === end).length;
  const reachedBy = (at: number) => courses.filter(({ furthest }) => place(furthest) >= at).length;
  const stages = FLOW_STAGES.map((stage, at) => ({
    stage,
    reached: reachedBy(at),
    wentOn: reachedBy(at + 1),
    rejected: ofEnd(stage, 'rejected'),
    withdrawn: ofEnd(stage, 'withdrawn'),
    open: ofEnd(stage, 'open'),
  }));
  const links = stages.flatMap((row, at) => {
    const next = FLOW_STAGES[at + 1];
    const ways = [
      ...(next ? [{ to: next, applications: row.wentOn }] : []),
      ...FLOW_ENDS.map((to) => ({ to, applications: row[to] })),
    ];
    return ways
      .filter(({ applications }) => applications > 0)
      .map(({ to, applications }) => ({ from: row.stage, to, applications }));
  });
  const ends = FLOW_ENDS.map((id) => ({ id, applications: courses.filter(({ end }) => end === id).length }));
  const nodes = [...stages.map(({ stage: id, reached: applications }) => ({ id, applications })), ...ends];
  return { of: courses.length, stages, nodes: nodes.filter(({ applications }) => applications > 0), links };
}
