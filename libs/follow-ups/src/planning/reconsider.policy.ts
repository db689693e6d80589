/** What has to become of a follow-up that has not gone yet, by the reasons that stand now; and which that ended come back. */
import { type HeldWhy, PENDING_STATES, say, type Sentence, type StoredState } from '@app/contracts';
import { endOf, heldWhyOf, type Reason } from '../reasons/index.js';
import type { Planned } from './planned.policy.js';

export interface Standing {
  state: StoredState;
  phase: 'connect' | 'data' | null;
  heldWhy: HeldWhy | null;
  heldUntil: Date | null;
}

export type Change =
  | { kind: 'keep' }
  | { kind: 'end'; reason: Reason }
  /** What it was for has come about. */
  | { kind: 'done'; reason: Reason }
  | { kind: 'hold'; reason: Reason }
  | { kind: 'ask'; reason: Reason }
  | { kind: 'release' };

const KEEP: Change = { kind: 'keep' };
/** Over these no reason passes but one that ends it: they were said by hand, or wait for a day. */
const HELD_APART = new Set<HeldWhy | null>(['by_candidate', 'out_of_office']);

export function reconsider(row: Standing, reasons: readonly Reason[]): Change {
  if (!isPending(row)) return KEEP;
  const first = (effect: Reason['effect']) => reasons.find((reason) => reason.effect === effect);
  const end = endOf(row, reasons);
  if (end) return { kind: end.code === 'contact_found' ? 'done' : 'end', reason: end };
  if (row.state === 'sending' || row.state === 'draft') return KEEP;
  if (row.state === 'held' && HELD_APART.has(row.heldWhy)) return KEEP;
  const ask = first('asks');
  if (ask) return { kind: 'ask', reason: ask };
  const hold = first('holds');
  if (hold) return isHeldSo(row, hold) ? KEEP : { kind: 'hold', reason: hold };
  return row.state === 'held' ? { kind: 'release' } : KEEP;
}

/** A mail whose body the server is already reading is past changing. */
function isPending({ state, phase }: Standing): boolean {
  return phase !== 'data' && (PENDING_STATES as readonly StoredState[]).includes(state);
}

function isHeldSo({ state, heldWhy, heldUntil }: Standing, hold: Reason): boolean {
  return state === 'held' && heldWhy === heldWhyOf(hold) && heldUntil?.getTime() === hold.until?.getTime();
}

export interface Ended {
  state: StoredState;
  endedBy: string | null;
  endedWhy: string | null;
}

/** Somebody with an address is a fact that came, so what was skipped for want of one is planned; a changed setting plans nothing. */
const WANTED_AN_ADDRESS = new Set(['no_address', 'address_bounced', 'unread_address']);

/** Whether what ended it may pass, so that the plan asks again. What the candidate ended stays ended. */
export function mayComeBack({ state, endedBy, endedWhy }: Ended): boolean {
  if (endedWhy === null) return false;
  if (state === 'cancelled') return endedBy === 'stop_rule' || endedBy === 'clock';
  return (state === 'skipped' || state === 'failed') && WANTED_AN_ADDRESS.has(endedWhy);
}

/** Ended by a reason that may pass: once none stands its row goes on. */
export const isEndedForNow = (row: Ended): boolean => row.state === 'cancelled' && mayComeBack(row);

/** Not by itself: they said no in the meantime, or it was meant for somebody else. */
export const comesBackAsDraft = ({
  endedWhy,
  priorState,
}: {
  endedWhy: string | null;
  priorState: StoredState | null;
}) => endedWhy === 'do_not_contact' || endedWhy === 'contact_changed' || priorState === 'draft';

const NO_HOLD = { heldWhy: undefined, heldUntil: undefined, heldFor: undefined, lapsesAt: undefined };

export const asDraft = (planned: Planned): Planned => ({ ...planned, ...NO_HOLD, state: 'draft', approvedAt: null });

export const wasForAnother = (hasWords: boolean): Sentence => say('for_somebody_else', { hasWords });

/** Held by hand before it ended, it is held again. */
export function asItWas(
  { priorState, priorHeldWhy }: { priorState: StoredState | null; priorHeldWhy: HeldWhy | null },
  planned: Planned,
): Planned {
  const isHeldByHand = priorState === 'held' && priorHeldWhy === 'by_candidate';
  if (!isHeldByHand || planned.state === 'skipped') return planned;
  return { ...planned, ...NO_HOLD, state: 'held', heldWhy: 'by_candidate' };
}
