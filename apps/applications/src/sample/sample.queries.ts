/** The rows that a sample begins with: those of nobody else, marked by the database from the company on. */
import { say } from '@app/contracts';
import { Company, FollowUp, type Rejection, Touch } from '@app/database';
import { textsOf } from '@app/follow-ups';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';

export async function sampleSince(tx: EntityManager, candidateId: string): Promise<Date | null> {
  const rows: { since: Date }[] = await tx.query('select created_at as since from samples where candidate_id = $1', [
    candidateId,
  ]);
  return rows[0]?.since ?? null;
}

/** From now on whatever belongs to a sample is marked. */
export async function beginSample(tx: EntityManager, candidateId: string): Promise<void> {
  await tx.query('insert into samples (candidate_id) values ($1)', [candidateId]);
}

export async function removeSample(tx: EntityManager): Promise<void> {
  await tx.query('select remove_sample()');
}

/** `nameKey` is the database's to say. */
export async function sampleCompany(tx: EntityManager, ids: Ids, candidateId: string, name: string): Promise<Company> {
  const id = ids.next();
  await tx.insert(Company, { id, candidateId, name, nameKey: id, sample: true });
  return tx.findOneByOrFail(Company, { id });
}

interface Gone {
  sentAt: Date;
  answered: { at: Date; words: string } | null;
  publicUrl: string;
}

/** A letter of former days, with its ledger and the touches that it made, as if it had been so. */
export async function letterThatWent(
  tx: EntityManager,
  ids: Ids,
  { id: rejectionId, candidateId, applicationId, contactId, receivedAt }: Rejection,
  { sentAt, answered, publicUrl }: Gone,
): Promise<void> {
  const id = ids.next();
  const why = say('one_question', { theyWrote: false });
  const of = { id, candidateId, applicationId, contactId, rejectionId };
  const letter = { kind: 'feedback_request', audience: 'contact', state: answered ? 'answered' : 'sent' } as const;
  const moments = { dueAt: sentAt, plannedDueAt: sentAt, since: receivedAt, sentAt };
  await tx.insert(FollowUp, { ...of, ...letter, ...moments, whyCode: why.code, whyFacts: why.facts });
  const { subject, body } = (await textsOf(tx, [await tx.findOneByOrFail(FollowUp, { id })], publicUrl)).get(id)!;
  await tx.query('update follow_ups set subject = $2, body = $3, created_at = $4, updated_at = $5 where id = $1', [
    id,
    subject,
    body,
    receivedAt,
    answered?.at ?? sentAt,
  ]);
  const line = (at: Date, by: string, what: string) =>
    tx.query(
      `insert into follow_up_ledger (candidate_id, follow_up_id, at, by, what_code) values ($1, $2, $3, $4, $5)`,
      [candidateId, id, at, by, what],
    );
  await line(receivedAt, 'plan', 'planned');
  await line(sentAt, 'sender', 'sent');
  if (answered) await line(answered.at, 'stop_rule', 'answered');
  const touch = { candidateId, contactId: contactId!, kind: 'mail' } as const;
  await tx.insert(Touch, { id: ids.next(), ...touch, direction: 'out', at: sentAt, text: null, followUpId: id });
  if (answered) {
    const { at, words: text } = answered;
    await tx.insert(Touch, { id: ids.next(), ...touch, direction: 'in', at, text, followUpId: null });
  }
  await tx.query('update contacts set last_touch_at = greatest(last_touch_at, $2) where id = $1', [
    contactId,
    answered?.at ?? sentAt,
  ]);
}

/** The letter about this application that has not gone. */
export function letterAhead(tx: EntityManager, candidateId: string, applicationId: string): Promise<FollowUp[]> {
  return tx
    .createQueryBuilder(FollowUp, 'f')
    .where(`f.candidate_id = :candidateId and f.application_id = :applicationId`, { candidateId, applicationId })
    .andWhere(`f.audience = 'contact' and f.state in ('draft', 'waiting')`)
    .getMany();
}
