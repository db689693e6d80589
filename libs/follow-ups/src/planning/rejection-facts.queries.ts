/** What the plan of a rejection asks, read for one application. */
import { OCCUPYING_STATES, type Settings } from '@app/contracts';
import { Application, candidateWithSettings, Contact, databaseNow, FollowUp, Rejection } from '@app/database';
import { In, IsNull, type EntityManager } from 'typeorm';

export interface RejectedApplication {
  application: Application;
  rejection: Rejection;
  contact: Contact | null;
  settings: Settings;
  now: Date;
}

/** Null when the rejection does not stand any more, or the application is deleted. */
export async function rejectedApplication(
  tx: EntityManager,
  candidateId: string,
  applicationId: string,
): Promise<RejectedApplication | null> {
  const application = await tx.findOneBy(Application, { id: applicationId });
  const rejection = await tx.findOneBy(Rejection, { candidateId, applicationId, revokedAt: IsNull() });
  if (!application || !rejection || application.stage !== 'rejected') return null;
  const { settings } = await candidateWithSettings(tx, candidateId);
  const contact = application.contactId ? await tx.findOneBy(Contact, { id: application.contactId }) : null;
  return { application, rejection, contact, settings, now: await databaseNow(tx) };
}

/** The letters about one rejection, the one that was spoken of last the last. */
export async function lettersAbout(
  tx: EntityManager,
  { candidateId, id: rejectionId }: Rejection,
): Promise<FollowUp[]> {
  const letters = await tx.findBy(FollowUp, {
    candidateId,
    rejectionId,
    kind: In(['feedback_request', 'thank_you']),
  });
  const lines: { id: string; last: string }[] = await tx.query(
    'select follow_up_id as id, max(id) as last from follow_up_ledger where follow_up_id = any($1) group by 1',
    [letters.map(({ id }) => id)],
  );
  const last = new Map(lines.map((line) => [line.id, Number(line.last)]));
  return letters.sort((a, b) => (last.get(a.id) ?? 0) - (last.get(b.id) ?? 0));
}

/** Somebody to reach in place of this person is looked for already, for whichever application. */
export async function isLookedFor(
  tx: EntityManager,
  { candidateId, contactId }: { candidateId: string; contactId: string | null },
): Promise<boolean> {
  if (contactId === null) return false;
  return tx.existsBy(FollowUp, {
    candidateId,
    contactId,
    kind: 'find_contact',
    state: In([...OCCUPYING_STATES, 'sent']),
  });
}

/** One letter per contact, across all applications; a draft occupies nothing. */
export async function isOccupied(
  tx: EntityManager,
  { candidateId, contactId }: { candidateId: string; contactId: string | null },
): Promise<boolean> {
  if (contactId === null) return false;
  return tx.existsBy(FollowUp, { candidateId, contactId, audience: 'contact', state: In([...OCCUPYING_STATES]) });
}
