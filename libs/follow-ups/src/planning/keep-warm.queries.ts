/** Under which application a contact's clock is shown, and which of its occasions are over. */
import { Application, type Contact, FollowUp, Rejection } from '@app/database';
import type { KeepWarmKind } from '../warmth.policy.js';
import { type EntityManager, In, IsNull, Not } from 'typeorm';

export async function latestRejected(
  tx: EntityManager,
  { id: contactId, candidateId }: Contact,
): Promise<Application | null> {
  const rows: { id: string }[] = await tx.query(
    `select a.id from applications a cross join lateral (
       select id, received_at from rejections where application_id = a.id and revoked_at is null limit 1) r
     where a.candidate_id = $1 and a.contact_id = $2 and a.stage = 'rejected' order by r.received_at desc, r.id desc limit 1`,
    [candidateId, contactId],
  );
  return rows[0] ? tx.findOneBy(Application, { id: rows[0].id }) : null;
}

/** When the company last said no, through whichever application. */
export async function latestRejectionAt(
  tx: EntityManager,
  { candidateId, companyId }: Application,
): Promise<Date | null> {
  const applications = await tx.findBy(Application, { candidateId, companyId });
  const latest = await tx.findOne(Rejection, {
    where: { candidateId, applicationId: In(applications.map(({ id }) => id)), revokedAt: IsNull() },
    order: { receivedAt: 'DESC' },
  });
  return latest?.receivedAt ?? null;
}

interface Of {
  candidateId: string;
  contactId: string;
  kind: KeepWarmKind;
  since: Date;
}

/** Ended by hand or told of, since that touch. */
export async function spentOccasions(
  tx: EntityManager,
  { candidateId, contactId, kind, since }: Of,
): Promise<{ occasions: ReadonlySet<number>; untilWithoutNumber: Date | null }> {
  const rows: { occasion: number | null; due_at: Date }[] = await tx.query(
    `select occasion, due_at from follow_ups
     where candidate_id = $1 and contact_id = $2 and kind = $3 and since = $4
       and (state in ('sent', 'done', 'failed') or (state = 'cancelled' and ended_by = 'candidate'))`,
    [candidateId, contactId, kind, since],
  );
  const without = rows.filter(({ occasion }) => occasion === null).map(({ due_at }) => due_at.getTime());
  return {
    occasions: new Set(rows.flatMap(({ occasion }) => occasion ?? [])),
    untilWithoutNumber: without.length > 0 ? new Date(Math.max(...without)) : null,
  };
}

/** The same one, since the same touch: what a reason ended goes on with its words once the reason has passed. */
export function endedByAReason(
  tx: EntityManager,
  { candidateId, contactId, kind, since }: Of,
  occasion: number,
): Promise<FollowUp | null> {
  const ended = { state: 'cancelled', endedBy: 'stop_rule', endedWhy: Not(IsNull()), attempt: 0 } as const;
  return tx.findOne(FollowUp, {
    where: { candidateId, contactId, kind, since, occasion, ...ended },
    order: { id: 'DESC' },
  });
}
