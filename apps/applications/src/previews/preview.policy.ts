/** What a command does to the plan: the difference between what waited before it and what waits after it. */
import {
  type Audience,
  type Facts,
  type FollowUpKind,
  type HeldWhy,
  PENDING_STATES,
  type Sentence,
  type ShownState,
  type StoredState,
} from '@app/contracts';
import { whyOf } from '@app/follow-ups';
import { shownState } from '../follow-ups/follow-up.policy.js';

export interface Standing {
  state: StoredState;
  dueAt: Date;
  heldWhy: HeldWhy | null;
  heldUntil: Date | null;
}

export interface Written extends Standing {
  id: string;
  kind: FollowUpKind;
  audience: Audience;
  whyCode: string;
  whyFacts: Facts;
  /** There was none before. */
  isNew: boolean;
  /** Why it was last changed. */
  said: Sentence | null;
  contact: { name: string; timezone: string | null } | null;
}

interface PlannedStep extends Pick<Written, 'kind' | 'audience' | 'whyCode' | 'whyFacts' | 'heldWhy' | 'contact'> {
  id: string | null;
  state: ShownState;
  dueAt: string;
  why: string;
  heldUntil: string | null;
}

export interface Difference {
  starts: PlannedStep[];
  stops: PlannedStep[];
  moves: (PlannedStep & { was: string })[];
}

/** `before`: what waited, by id. `written`: what the command and its consequences wrote. */
export function difference(before: ReadonlyMap<string, Standing>, written: readonly Written[], now: Date): Difference {
  const preview: Difference = { starts: [], stops: [], moves: [] };
  for (const row of [...written].sort((a, b) => Number(a.dueAt) - Number(b.dueAt) || a.id.localeCompare(b.id))) {
    const former = before.get(row.id);
    const own = { code: row.whyCode, facts: row.whyFacts };
    if (!former) {
      if (row.isNew || isPending(row)) preview.starts.push(stepOf(row, own, now));
    } else if (!isPending(row)) preview.stops.push(stepOf(row, row.said ?? own, now));
    else if (isElsewhere(former, row)) {
      preview.moves.push({ ...stepOf(row, row.said ?? own, now), was: former.dueAt.toISOString() });
    }
  }
  return preview;
}

const isPending = ({ state }: Standing): boolean => (PENDING_STATES as readonly StoredState[]).includes(state);

const isElsewhere = (former: Standing, row: Standing): boolean =>
  former.state !== row.state ||
  former.heldWhy !== row.heldWhy ||
  former.dueAt.getTime() !== row.dueAt.getTime() ||
  former.heldUntil?.getTime() !== row.heldUntil?.getTime();

const stepOf = (row: Written, why: Sentence, now: Date): PlannedStep => ({
  id: row.isNew ? null : row.id,
  kind: row.kind,
  audience: row.audience,
  state: shownState(row, now),
  dueAt: row.dueAt.toISOString(),
  ...whyOf(why),
  heldWhy: row.heldWhy,
  heldUntil: row.heldUntil?.toISOString() ?? null,
  contact: row.contact,
});
