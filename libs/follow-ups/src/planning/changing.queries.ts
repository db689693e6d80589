/** Changes of follow-ups that have not gone yet, or come back: the row, the line on its ledger and the event, together. */
import { say, type Sentence } from '@app/contracts';
import type { LedgerBy } from '@app/database';
import { FollowUp, frozenLetters, ledger, outbox } from '@app/database';
import { heldWhyOf, type Reason } from '../reasons/index.js';
import { whyOf } from '../words/sentence.policy.js';
import { givenBack } from '../wanted-moment.policy.js';
import type { Ids } from '@app/platform';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Planned } from './planned.policy.js';
import { eventOf } from './planning.queries.js';

export const NO_LEASE = { leaseToken: null, leaseUntil: null, phase: null } as const;
export const NO_HOLD = { heldWhy: null, heldUntil: null, lapsesAt: null } as const;

export async function change(tx: EntityManager, { id }: Pick<FollowUp, 'id'>, to: Partial<FollowUp>): Promise<void> {
  await tx.update(FollowUp, { id }, { ...to, updatedAt: () => 'now()' } as QueryDeepPartialEntity<FollowUp>);
}

const priorOf = ({ state, heldWhy, heldUntil }: FollowUp) => ({
  priorState: state === 'sending' ? ('waiting' as const) : state,
  priorHeldWhy: heldWhy,
  priorHeldUntil: heldUntil,
});

/** Without its lease a sender that is only connecting finds nothing to send. */
export async function end(
  tx: EntityManager,
  ids: Ids,
  row: FollowUp,
  { by, code, why }: { by: LedgerBy; code: string; why: Sentence },
): Promise<void> {
  await change(tx, row, {
    ...NO_LEASE,
    ...NO_HOLD,
    state: 'cancelled',
    endedBy: by,
    endedWhy: code,
    ...priorOf(row),
  });
  await frozenLetters.forget(tx, row.id);
  await ledger.write(tx, row, { by, what: say('cancelled'), why });
  const data = { ...ledger.factOf(row), ...whyOf(why) };
  await outbox.append(tx, ids, { candidateId: row.candidateId, type: 'follow_up.cancelled.v1', data });
}

export function endFor(tx: EntityManager, ids: Ids, row: FollowUp, reason: Reason): Promise<void> {
  const by = reason.code === 'too_late' && row.state === 'held' ? 'clock' : 'stop_rule';
  return end(tx, ids, row, { by, code: reason.code, why: reason });
}

export async function done(tx: EntityManager, row: FollowUp, reason: Reason): Promise<void> {
  const { code } = reason;
  await change(tx, row, { ...NO_LEASE, ...NO_HOLD, ...priorOf(row), state: 'done', endedBy: 'plan', endedWhy: code });
  await ledger.write(tx, row, { by: 'plan', what: say('done'), why: reason });
}

/** `dueAt`: where it is to go then. */
export async function hold(
  tx: EntityManager,
  row: FollowUp,
  reason: Reason,
  { by, ...also }: { by: LedgerBy; dueAt?: Date; lapsesAt: Date | null },
): Promise<void> {
  // What was to go at once has waited for days when its time is over: by then it goes in the window again.
  const hurry = reason.until === null ? {} : { atOnce: false };
  const held = { state: 'held', heldWhy: heldWhyOf(reason), heldUntil: reason.until, queuedSince: null } as const;
  await change(tx, row, { ...NO_LEASE, ...held, ...also, ...hurry });
  await frozenLetters.forget(tx, row.id);
  await ledger.write(tx, row, { by, what: say('held'), why: reason });
}

export async function release(
  tx: EntityManager,
  row: FollowUp,
  { dueAt, now }: { dueAt: Date; now: Date },
): Promise<void> {
  await change(tx, row, { ...NO_HOLD, state: 'waiting', dueAt });
  const isOver = row.heldUntil !== null && row.heldUntil <= now;
  const why = isOver ? say('time_of_hold_over') : say('hold_over');
  await ledger.write(tx, row, { by: 'clock', what: say('resumed'), why });
}

export async function backToDraft(tx: EntityManager, row: FollowUp, why: Sentence): Promise<void> {
  await change(tx, row, {
    ...NO_LEASE,
    ...NO_HOLD,
    ...givenBack(row),
    state: 'draft',
    atOnce: false,
    queuedSince: null,
  });
  await frozenLetters.forget(tx, row.id);
  await ledger.write(tx, row, { by: 'plan', what: say('back_to_draft'), why });
}

/** Why a row was moved; its sentence says where it is due now. */
export type Moved = 'touch_moved' | 'settings_changed' | 'settings_or_contact_changed';

export async function move(tx: EntityManager, row: FollowUp, dueAt: Date, code: Moved): Promise<void> {
  await change(tx, row, { dueAt, queuedSince: null });
  const why = say(code, { dueAt: dueAt.toISOString() });
  await ledger.write(tx, row, { by: 'clock', what: say('moved'), why });
}

/** The same row goes on: its words, and what was said of it, are kept, but for what was said of the one before it. */
export async function planAgain(tx: EntityManager, ids: Ids, row: FollowUp, planned: Planned): Promise<void> {
  const { state, dueAt, why, plannedDueAt = null, heldWhy = null, heldUntil = null, lapsesAt = null } = planned;
  const anew = { endedBy: null, endedWhy: null, priorState: null, priorHeldWhy: null, priorHeldUntil: null };
  const { chosenAt = row.chosenAt } = planned;
  const isChosen = chosenAt !== null && row.dueAt > dueAt;
  const due = { dueAt: isChosen ? row.dueAt : dueAt, plannedDueAt, heldWhy, heldUntil, lapsesAt };
  await frozenLetters.forget(tx, row.id);
  const said = saidBefore(planned, await frozenLetters.isKept(tx, row.id));
  await change(tx, row, {
    ...anew,
    ...due,
    ...said,
    whyCode: why.code,
    whyFacts: why.facts,
    state,
    atOnce: false,
    queuedSince: null,
  });
  await ledger.write(tx, row, { by: 'plan', what: say('planned_again'), why: endOver(state) });
  const fact = ledger.factOf({ ...row, dueAt: due.dueAt });
  await outbox.append(tx, ids, { candidateId: row.candidateId, ...eventOf(planned, fact) });
}

/** What a server may have goes in its own words. */
function saidBefore(
  { subject = null, body = null, editedAt, chosenAt, approvedAt }: Planned,
  isFrozen: boolean,
): Partial<FollowUp> {
  return {
    ...(editedAt && !isFrozen && { subject, body, editedAt }),
    ...(chosenAt !== undefined && { chosenAt }),
    ...(approvedAt !== undefined && { approvedAt }),
  };
}

const endOver = (state: Planned['state']): Sentence =>
  state === 'skipped' ? say('stays_as_it_is') : say('end_over', { state });
