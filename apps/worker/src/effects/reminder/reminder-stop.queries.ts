import type { ReminderKind } from '@app/contracts';
import { Application, candidateWithSettings, Contact, type FollowUp, Vacancy } from '@app/database';
import { hasAcceptedOffer, newRolesNow, reminderStop, type StopWhy } from '@app/follow-ups';
import type { EntityManager } from 'typeorm';

/** Why this reminder must not go any more, by what its rows say now. */
export async function reminderStopNow(tx: EntityManager, row: FollowUp): Promise<StopWhy | null> {
  const { settings } = await candidateWithSettings(tx, row.candidateId);
  const application = row.applicationId === null ? null : await tx.findOneBy(Application, { id: row.applicationId });
  return reminderStop({
    kind: row.kind as ReminderKind,
    contact: row.contactId === null ? null : await tx.findOneBy(Contact, { id: row.contactId }),
    application,
    vacancy: application && (await tx.findOneBy(Vacancy, { id: application.vacancyId })),
    closedAt: (row.details as { closedAt?: string } | null)?.closedAt ?? null,
    newRoles: row.kind === 'new_roles' ? await newRolesNow(tx, row) : null,
    candidate: { looking: settings.looking, acceptedOffer: await hasAcceptedOffer(tx) },
  });
}
