import { refusal, type ShownState } from '@app/contracts';
import { FollowUp, LedgerLine, type RowLock, rowLock } from '@app/database';
import { sentence, textsOf, whyOf } from '@app/follow-ups';
import { RuleViolation } from '@app/platform';
import { type EntityManager, In, type QueryDeepPartialEntity, QueryFailedError } from 'typeorm';
import { entityTag, tagged } from '../http/entity-tag.js';
import { contactBusy } from './follow-up.policy.js';
import { brief, type ShownBy, surroundingsOf } from './follow-up-brief.queries.js';
import type { FollowUpAnswer, FollowUpsQuery } from './follow-ups.schemas.js';

/** What is shown as `due` is stored as `waiting` or `retrying`, so these two show only what lies ahead. */
const STATE_FILTERS: Partial<Record<ShownState, string>> = {
  due: `f.state in ('waiting', 'retrying') and f.due_at <= now()`,
  waiting: `f.state = 'waiting' and f.due_at > now()`,
  retrying: `f.state = 'retrying' and f.due_at > now()`,
};

export interface FollowUpRow {
  followUp: FollowUp;
  /** As the cursor carries it. */
  dueAtText: string;
}

/** One more than asked for, so that it shows whether there is a next page. */
export async function followUpsPage(tx: EntityManager, query: FollowUpsQuery): Promise<FollowUpRow[]> {
  const { limit, cursor, state, dueFrom, dueTo, kind, audience, applicationId, contactId } = query;
  const [order, isBeyond] = query.order === 'desc' ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
  const find = tx.createQueryBuilder(FollowUp, 'f').addSelect('f.due_at::text', 'due_at_text');
  for (const [column, value] of Object.entries({ kind, audience, applicationId, contactId })) {
    if (value !== undefined) find.andWhere(`f.${column} = :${column}`, { [column]: value });
  }
  if (state) find.andWhere(`(${inAnyOf(state)})`, { plain: state.filter((one) => !(one in STATE_FILTERS)) });
  if (dueFrom) find.andWhere('f.due_at >= :dueFrom::timestamptz', { dueFrom });
  if (dueTo) find.andWhere('f.due_at < :dueTo::timestamptz', { dueTo });
  if (cursor) {
    find.andWhere(`(f.due_at, f.id) ${isBeyond} (:dueAt::timestamptz, :id)`, { dueAt: cursor[0], id: cursor[1] });
  }
  find
    .orderBy('f.due_at', order)
    .addOrderBy('f.id', order)
    .limit(limit + 1);
  const { entities, raw } = await find.getRawAndEntities<{ due_at_text: string }>();
  return entities.map((followUp, index) => ({ followUp, dueAtText: raw[index]!.due_at_text }));
}

function inAnyOf(states: ShownState[]): string {
  const filters = states.flatMap((state) => STATE_FILTERS[state] ?? []);
  return ['f.state = any(:plain::text[])', ...filters].join(' or ');
}

export async function followUpById(tx: EntityManager, id: string, lock: RowLock = false): Promise<FollowUp> {
  const followUp = await tx.findOne(FollowUp, {
    where: { id },
    ...rowLock(lock),
  });
  if (followUp !== null) return followUp;
  throw new RuleViolation(refusal('not_found', { what: 'follow_up', id }), { kind: 'not_found' });
}

/** Whether its text is fixed, alone or in a digest, in a message that may lie on a server already. */
export async function isFrozen(tx: EntityManager, id: string): Promise<boolean> {
  const [row]: { frozen: boolean }[] = await tx.query(
    'select mime is not null or digest_id is not null as frozen from follow_ups where id = $1',
    [id],
  );
  return row?.frozen ?? false;
}

/** Follow-ups as the API answers with them: texts as they would go now, and the ledger. */
export async function shown(tx: EntityManager, followUps: FollowUp[], shownBy: ShownBy): Promise<FollowUpAnswer[]> {
  if (followUps.length === 0) return [];
  const around = await surroundingsOf(tx, followUps, shownBy);
  const lines = await tx.find(LedgerLine, {
    where: { followUpId: In(followUps.map(({ id }) => id)) },
    order: { id: 'ASC' },
  });
  const ledgers = Map.groupBy(lines, ({ followUpId }) => followUpId);
  const show = (followUp: FollowUp): FollowUpAnswer => ({
    ...brief(followUp, around),
    body: around.texts.get(followUp.id)!.body,
    applicationId: followUp.applicationId,
    contactId: followUp.contactId,
    messageId: followUp.messageId,
    digestId: followUp.digestId,
    createdAt: followUp.createdAt.toISOString(),
    ledger: (ledgers.get(followUp.id) ?? []).map(showLine),
  });
  return followUps.map((followUp) =>
    tagged(show(followUp), entityTag(followUp, wordsOf(around.texts.get(followUp.id)))),
  );
}

/** Its words are part of what is approved, edited and sent, whichever row they stand in. */
export async function followUpTag(tx: EntityManager, followUp: FollowUp, { publicUrl }: ShownBy): Promise<string> {
  return entityTag(followUp, wordsOf((await textsOf(tx, [followUp], publicUrl)).get(followUp.id)));
}

const wordsOf = (text?: { subject: string; body: string }) => [text?.subject ?? null, text?.body ?? null];

const showLine = ({ at, by, whatCode, whatFacts, whyCode, whyFacts }: LedgerLine) => ({
  at: at.toISOString(),
  by,
  what: sentence({ code: whatCode, facts: whatFacts }, 'en'),
  whatCode,
  whatFacts,
  ...(whyCode === null ? NO_WHY : whyOf({ code: whyCode, facts: whyFacts })),
});

const NO_WHY = { why: null, whyCode: null, whyFacts: {} };

const PLACES = new Set(['one_letter_per_contact', 'one_keep_warm_clock']);

/** `occupied`: what is said where another one has the place that it would take. */
export async function update(
  tx: EntityManager,
  id: string,
  change: Partial<FollowUp>,
  occupied: () => RuleViolation = contactBusy,
): Promise<void> {
  try {
    await tx.update(FollowUp, { id }, { ...change, updatedAt: () => 'now()' } as QueryDeepPartialEntity<FollowUp>);
  } catch (error) {
    if (PLACES.has(violated(error) ?? '')) throw occupied();
    throw error;
  }
}

const violated = (error: unknown): string | undefined =>
  error instanceof QueryFailedError ? (error.driverError as { constraint?: string }).constraint : undefined;
