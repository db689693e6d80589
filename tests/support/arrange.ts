/** Rows that are valid by default, arranged as the HTTP service would leave them, the fact in the outbox included. */
import { OWNER_ID, type ReasonCategory, type RejectableStage, type SettingsPatch } from '@app/contracts';
import { Application, Candidate, Company, Contact, Database, outbox, Rejection, Vacancy } from '@app/database';
import { UuidV7Ids } from '@app/platform';

const ids = new UuidV7Ids();

/** Everything may go at once: no delay, no window, no spacing. */
export const AT_ONCE = {
  feedbackRequest: { delay: 'PT1S' },
  sendingWindow: {
    days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    from: '00:00',
    to: '24:00',
    skipHolidays: false,
  },
  mailbox: { spacing: 'PT0S' },
} as const satisfies SettingsPatch;

/** A time of day there that does not come while a test runs. */
export function hoursAway(timezone = 'UTC'): string {
  const at = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: timezone,
  });
  return at.format(Date.now() + 12 * 3_600_000);
}

export interface Arrangement {
  stage?: RejectableStage;
  receivedAt?: Date;
  reasonWords?: string;
  reasonCategory?: ReasonCategory;
  contact?: Partial<Contact> | null;
  /** Somebody who is there already, instead of a new contact. */
  contactId?: string;
  title?: string;
  companyName?: string;
  /** One that is there already, instead of a new company. */
  companyId?: string;
  subject?: string;
  messageId?: string;
}

export interface Arranged {
  applicationId: string;
  contactId: string | null;
  companyId: string;
  vacancyId: string;
  rejectionId: string;
}

export async function setSettings(api: Database, settings: SettingsPatch, candidateId = OWNER_ID): Promise<void> {
  await api.asCandidate(candidateId, (tx) => tx.update(Candidate, { id: candidateId }, { settings }));
}

export async function aRejection(api: Database, given: Arrangement = {}, candidateId = OWNER_ID): Promise<Arranged> {
  const { stage = 'interview', receivedAt = new Date(), title = 'Backend Engineer', companyName = 'Acme' } = given;
  const [vacancyId, applicationId, rejectionId] = [ids.next(), ids.next(), ids.next()];
  const companyId = given.companyId ?? ids.next();
  return api.asCandidate(candidateId, async (tx) => {
    if (!given.companyId)
      await tx.insert(Company, { id: companyId, candidateId, name: companyName, nameKey: companyId });
    await tx.insert(Vacancy, { id: vacancyId, candidateId, companyId, title, status: 'open' });
    const contactId = given.contact === null ? null : (given.contactId ?? ids.next());
    if (contactId !== null && !given.contactId) {
      await tx.insert(Contact, {
        id: contactId,
        candidateId,
        companyId,
        name: 'Dana Ito',
        email: `${contactId}@example.com`,
        emailKey: `${contactId}@example.com`,
        role: 'recruiter',
        tags: [],
        doNotContact: false,
        lastTouchAt: receivedAt,
        ...given.contact,
      });
    }
    await tx.insert(Application, {
      id: applicationId,
      candidateId,
      companyId,
      vacancyId,
      contactId,
      stage: 'rejected',
    });
    const reason = { category: given.reasonCategory ?? null, words: given.reasonWords ?? null };
    await tx.insert(Rejection, {
      id: rejectionId,
      candidateId,
      applicationId,
      contactId,
      receivedAt,
      stage,
      reasonCategory: reason.category,
      reasonWords: reason.words,
      subject: given.subject ?? null,
      messageId: given.messageId ?? null,
    });
    await outbox.append(tx, ids, {
      candidateId,
      type: 'application.rejected.v1',
      data: {
        applicationId,
        rejectionId,
        companyId,
        vacancyId,
        contactId,
        receivedAt: receivedAt.toISOString(),
        stage,
        reason,
        companyName,
        title,
      },
    });
    return { applicationId, contactId, companyId, vacancyId, rejectionId };
  });
}
