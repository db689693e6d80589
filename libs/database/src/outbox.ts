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
  const { candidateId, type } = fact;
  const data = messages[type].parse(fact.data) as Record<string, unknown>;
  const id = ids.next();
  await tx.insert(EventRecord, {
    id,
    candidateId,
    type,
    data,
    applicationId: subject(data, 'applicationId'),
    contactId: subject(data, 'contactId'),
  });
  await tx.insert(OutboxMessage, { id, candidateId, type, data });
  return id;
}

/** Something for a handler alone: it is no event. */
export async function ask(tx: EntityManager, ids: Ids, { candidateId, type, data }: Task): Promise<void> {
  await tx.insert(OutboxMessage, { id: ids.next(), candidateId, type, data: messages[type].parse(data) });
}

const subject = (data: Record<string, unknown>, key: string): string | null =>
  typeof data[key] === 'string' ? data[key] : null;
