/** What the letter policy asks, read for one rejected application. */
import { Application, candidateWithSettings, databaseNow, Rejection } from '@app/database';
import { contactFacts, hasAcceptedOffer } from '@app/follow-ups';
import { IsNull, type EntityManager } from 'typeorm';
import type { LetterFacts } from './letter-plan.policy.js';

export interface RejectedApplication {
  application: Application;
  rejection: Rejection;
  facts: LetterFacts;
}

/** Null when the rejection does not stand any more. */
export async function rejectedApplication(
  tx: EntityManager,
  applicationId: string,
): Promise<RejectedApplication | null> {
  const application = await tx.findOneBy(Application, { id: applicationId });
  const rejection = await tx.findOneBy(Rejection, { applicationId, revokedAt: IsNull() });
  if (!application || !rejection || application.stage !== 'rejected') return null;
  const { settings } = await candidateWithSettings(tx, application.candidateId);
  const facts = {
    rejection,
    contact: application.contactId ? await contactFacts(tx, application.contactId) : null,
    acceptedOffer: await hasAcceptedOffer(tx),
    settings,
    now: await databaseNow(tx),
    spreadKey: rejection.id,
  };
  return { application, rejection, facts };
}

/** Whether the message of the rejection itself has not been handled yet: messages come in any order. */
export async function isYetToBePlanned(tx: EntityManager, { id }: Rejection): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from outbox where type = 'application.rejected.v1' and data ->> 'rejectionId' = $1`,
    [id],
  );
  return rows.length > 0;
}
