/** Writes what a policy planned: rows, their ledgers and the events about them, once per message and kind. */
import { and, type Fact, say, type Sentence } from '@app/contracts';
import { ledger, outbox } from '@app/database';
import { whyOf } from '../words/sentence.policy.js';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { skippedFor, type Planned } from './planned.policy.js';

export interface Origin {
  candidateId: string;
  /** The message that gave rise to it; null where the rows did. */
  sourceId: string | null;
  applicationId: string | null;
  contactId: string | null;
  rejectionId?: string | null;
  interviewId?: string | null;
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
  const row = { id: ids.next(), ...origin, ...planned };
  const code = skippedFor(planned);
  const columns = {
    ...row,
    whyCode: planned.why.code,
    whyFacts: JSON.stringify(planned.why.facts),
    details: planned.details ? JSON.stringify(planned.details) : null,
    endedBy: code === null ? null : 'plan',
    endedWhy: code,
  };
  const inserted: unknown[] = await tx.query(
    INSERT,
    VALUES.map((name) => columns[name] ?? null),
  );
  if (inserted.length === 0) return null;
  const why = planned.heldFor ? and(planned.why, planned.heldFor) : planned.why;
  await ledger.write(tx, row, { by: 'plan', what: saidOf(planned), why });
  await outbox.append(tx, ids, { candidateId: origin.candidateId, ...eventOf(planned, ledger.factOf(row)) });
  return row.id;
}

const COLUMNS = {
  id: 'id',
  candidateId: 'candidate_id',
  sourceId: 'source_id',
  applicationId: 'application_id',
  contactId: 'contact_id',
  rejectionId: 'rejection_id',
  interviewId: 'interview_id',
  occasion: 'occasion',
  since: 'since',
  kind: 'kind',
  audience: 'audience',
  state: 'state',
  dueAt: 'due_at',
  plannedDueAt: 'planned_due_at',
  lapsesAt: 'lapses_at',
  whyCode: 'why_code',
  whyFacts: 'why_facts',
  heldWhy: 'held_why',
  heldUntil: 'held_until',
  details: 'details',
  subject: 'subject',
  body: 'body',
  editedAt: 'edited_at',
  chosenAt: 'chosen_at',
  approvedAt: 'approved_at',
  endedBy: 'ended_by',
  endedWhy: 'ended_why',
} as const;
const VALUES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
const INSERT = `
insert into follow_ups (${Object.values(COLUMNS).join(', ')})
values (${VALUES.map((_, index) => `$${index + 1}`).join(', ')})
on conflict (source_id, kind, coalesce(application_id, source_id)) where source_id is not null do nothing
returning id`;

const saidOf = ({ state, heldUntil }: Planned): Sentence =>
  ({
    draft: say('drafted'),
    waiting: say('planned'),
    held: say('planned_and_held', { until: heldUntil?.toISOString() ?? null }),
    skipped: say('skipped'),
  })[state];

export function eventOf(planned: Planned, fact: ReturnType<typeof ledger.factOf>): Fact {
  if (planned.state === 'skipped') return { type: 'follow_up.skipped.v1', data: { ...fact, ...whyOf(planned.why) } };
  const scheduled = planned.kind === 'feedback_request' && planned.state === 'waiting';
  return { type: scheduled ? 'feedback_request.scheduled.v1' : 'follow_up.planned.v1', data: fact };
}
