/** Writes what a policy planned: rows, their ledgers and the events about them, once per message and kind. */
import type { FollowUpKind, Message } from '@app/contracts';
import { FollowUp, ledger, outbox, type LedgerBy } from '@app/database';
import type { Ids } from '@app/platform';
import { In, Not, type EntityManager } from 'typeorm';
import type { Planned } from './planned.js';

export interface Origin {
  candidateId: string;
  /** The message that gave rise to it. */
  sourceId: string | null;
  applicationId: string | null;
  contactId: string | null;
  /** When the fact behind it happened. */
  since: Date;
}

/** Answers the new row, or null where this message planned this kind before. */
export async function insertPlanned(
  tx: EntityManager,
  ids: Ids,
  origin: Origin,
  planned: Planned,
): Promise<string | null> {
  const { heldWhy = null, heldUntil = null, details = null, ...rest } = planned;
  const row = { id: ids.next(), ...origin, ...rest, heldWhy, heldUntil, details };
  const inserted: unknown[] = await tx.query(
    `insert into follow_ups (id, candidate_id, source_id, application_id, contact_id, since, kind, audience, state, due_at,
       why, held_why, held_until, details)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (source_id, kind, coalesce(application_id, source_id)) where source_id is not null do nothing
     returning id`,
    [
      row.id,
      row.candidateId,
      row.sourceId,
      row.applicationId,
      row.contactId,
      row.since,
      row.kind,
      row.audience,
      row.state,
      row.dueAt,
      row.why,
      heldWhy,
      heldUntil,
      details && JSON.stringify(details),
    ],
  );
  if (inserted.length === 0) return null;

  const until = heldUntil ? ` until ${heldUntil.toISOString()}` : '';
  const what = { draft: 'drafted', waiting: 'planned', held: `planned and held${until}`, skipped: 'skipped' }[
    planned.state
  ];
  await ledger.write(tx, row, { by: 'plan', what, why: planned.why });
  await outbox.append(tx, ids, { candidateId: origin.candidateId, ...eventOf(planned, ledger.factOf(row)) });
  return row.id;
}

function eventOf(planned: Planned, fact: ReturnType<typeof ledger.factOf>): Message {
  if (planned.state === 'skipped') return { type: 'follow_up.skipped.v1', data: { ...fact, why: planned.why } };
  const scheduled = planned.kind === 'feedback_request' && planned.state === 'waiting';
  return { type: scheduled ? 'feedback_request.scheduled.v1' : 'follow_up.planned.v1', data: fact };
}

/** What follows from a rejection and ends with it; the clock of the contact has its own rules. */
export const PLAN_OF_REJECTION = [
  'feedback_request',
  'thank_you',
  'reopened_outreach',
  'reflection',
  'find_contact',
  'reopened',
] as const satisfies readonly FollowUpKind[];

export interface Pending {
  kinds?: readonly FollowUpKind[];
  audience?: 'contact' | 'candidate';
  applicationId?: string;
  contactId?: string;
  /** Not what this message gave rise to. */
  notFrom?: string;
}

/**
 * Ends what has not gone yet. A letter whose body the server is already reading (`phase = data`) is past stopping;
 * one that is only being connected loses its lease, so that its sender finds nothing to send.
 */
export async function cancelPending(
  tx: EntityManager,
  ids: Ids,
  { kinds, notFrom, ...where }: Pending,
  reason: { by: LedgerBy; why: string; since?: Date },
): Promise<FollowUp[]> {
  const rows = await tx.find(FollowUp, {
    where: {
      ...where,
      ...(kinds ? { kind: In([...kinds]) } : {}),
      ...(notFrom ? { sourceId: Not(notFrom) } : {}),
      state: In(['draft', 'waiting', 'held', 'sending', 'retrying']),
    },
    lock: { mode: 'pessimistic_write' },
  });
  const stopped = rows.filter((row) => row.phase !== 'data' && (!reason.since || row.since < reason.since));
  for (const row of stopped) await cancel(tx, ids, row, reason);
  return stopped;
}

export async function cancel(
  tx: EntityManager,
  ids: Ids,
  row: FollowUp,
  { by, why }: { by: LedgerBy; why: string },
): Promise<void> {
  await tx.query(
    `update follow_ups set state = 'cancelled', held_why = null, held_until = null, lease_token = null, lease_until = null,
       phase = null, updated_at = now() where id = $1`,
    [row.id],
  );
  await ledger.write(tx, row, { by, what: 'cancelled', why });
  await outbox.append(tx, ids, {
    candidateId: row.candidateId,
    type: 'follow_up.cancelled.v1',
    data: { ...ledger.factOf(row), why },
  });
}
