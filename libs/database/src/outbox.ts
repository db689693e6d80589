import { type Fact, type InternalType, type Message, messages } from '@app/contracts';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { EventRecord, OutboxMessage } from './entities/index.js';

type OwnFact = Fact & { candidateId: string };
type Task = Extract<Message, { type: InternalType }> & { candidateId: string };

/**
 * Says that something happened: kept for good in `events`, and in `outbox` until its handler has dealt with it.
 * In the caller's transaction, so the fact and the rows it is about appear together or not at all.
 */
export async function append(tx: EntityManager, ids: Ids, fact: OwnFact): Promise<string> {
  const [id] = await appendAll(tx, ids, [fact]);
  return id!;
}

/** Several, in order. `bulk`: whatever else the candidate does is handled before them. */
export async function appendAll(
  tx: EntityManager,
  ids: Ids,
  facts: readonly OwnFact[],
  { bulk = false } = {},
): Promise<string[]> {
  if (facts.length === 0) return [];
  const rows = facts.map(({ candidateId, type, data: said }) => {
    const data = messages[type].parse(said) as Record<string, unknown>;
    return { id: ids.next(), candidateId, type, data };
  });
  const records = rows.map((row) => {
    const { data } = row;
    return { ...row, applicationId: subject(data, 'applicationId'), contactId: subject(data, 'contactId') };
  });
  await tx.createQueryBuilder().insert().into(EventRecord).values(records).updateEntity(false).execute();
  const waiting = rows.map((row) => ({ ...row, bulk }));
  await tx.createQueryBuilder().insert().into(OutboxMessage).values(waiting).updateEntity(false).execute();
  return rows.map(({ id }) => id);
}

/** Something for a handler alone: it is no event. */
export async function ask(tx: EntityManager, ids: Ids, { candidateId, type, data }: Task): Promise<void> {
  await tx.insert(OutboxMessage, { id: ids.next(), candidateId, type, data: messages[type].parse(data) });
}

const subject = (data: Record<string, unknown>, key: string): string | null =>
  typeof data[key] === 'string' ? data[key] : null;
