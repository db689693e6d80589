/** The words of follow-ups as they would go out now: what the candidate edited, else the template with the names filled in. */
import { type LetterKind, nobodyReadsAt, type ReminderKind } from '@app/contracts';
import {
  Application,
  candidateWithSettings,
  Company,
  Contact,
  databaseNow,
  Rejection,
  Vacancy,
  type Candidate,
  type FollowUp,
} from '@app/database';
import { In, IsNull, type EntityManager } from 'typeorm';
import { type PersonFacts, type LetterFacts, renderLetter, type Rendered } from './letter.policy.js';
import { draftedOpenings, openingOf } from './drafted-openings.queries.js';
import type { NewRoles } from './new-roles.policy.js';
import { newRolesNow } from './new-roles.queries.js';
import { titleNow, type Evidence, type GoneBoard, type ReminderFacts, type Streak } from './reminder-facts.policy.js';
import { renderReminder, renderReminderPart } from './reminder.policy.js';

export interface FollowUpText {
  subject: string;
  body: string;
}

/** By follow-up id. All of one candidate, in whose transaction this runs. */
export function textsOf(
  tx: EntityManager,
  followUps: readonly FollowUp[],
  publicUrl: string,
): Promise<Map<string, FollowUpText>> {
  return written(tx, followUps, (followUp, around) =>
    followUp.audience === 'contact'
      ? renderLetter(letterFacts(followUp, around))
      : renderReminder(followUp.kind as ReminderKind, reminderFacts(followUp, around, publicUrl)),
  );
}

/** The same for reminders that are parts of a digest. */
export function partsOf(
  tx: EntityManager,
  reminders: readonly FollowUp[],
  publicUrl: string,
): Promise<Map<string, FollowUpText>> {
  return written(tx, reminders, (reminder, around) =>
    renderReminderPart(reminder.kind as ReminderKind, reminderFacts(reminder, around, publicUrl)),
  );
}

async function written(
  tx: EntityManager,
  followUps: readonly FollowUp[],
  render: (followUp: FollowUp, around: Surroundings) => Rendered,
): Promise<Map<string, FollowUpText>> {
  const first = followUps[0];
  if (!first) return new Map();
  const surroundings = await read(tx, first.candidateId, followUps);
  return new Map(
    followUps.map((followUp) => {
      const isWritten = followUp.subject !== null && followUp.body !== null;
      const { subject, text } = isWritten ? { subject: '', text: '' } : render(followUp, surroundings);
      return [followUp.id, { subject: followUp.subject ?? subject, body: followUp.body ?? text }];
    }),
  );
}

interface Surroundings {
  candidate: Candidate;
  timezone: string;
  looking: boolean;
  now: Date;
  applications: Map<string, Application>;
  /** Those of the applications and of the contacts. */
  companies: Map<string, Company>;
  vacancies: Map<string, Vacancy>;
  contacts: Map<string, Contact>;
  /** By application. */
  rejections: Map<string, Rejection>;
  /** By follow-up. */
  newRoles: Map<string, NewRoles>;
  /** Openings about which a letter waits for a yes. */
  drafted: Set<string>;
}

async function read(tx: EntityManager, candidateId: string, followUps: readonly FollowUp[]): Promise<Surroundings> {
  const { candidate, settings } = await candidateWithSettings(tx, candidateId);
  const ids = (list: (string | null)[]) => In([...new Set(list.filter((id) => id !== null))]);
  const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
  const applications = await tx.findBy(Application, { id: ids(followUps.map((row) => row.applicationId)) });
  const applicationIds = In(applications.map(({ id }) => id));
  const contacts = await tx.findBy(Contact, { id: ids(followUps.map((row) => row.contactId)) });
  const rejections = await tx.findBy(Rejection, { candidateId, applicationId: applicationIds, revokedAt: IsNull() });
  return {
    candidate,
    timezone: settings.timezone,
    looking: settings.looking,
    now: await databaseNow(tx),
    applications: byId(applications),
    companies: byId(await tx.findBy(Company, { id: ids([...applications, ...contacts].map((row) => row.companyId)) })),
    vacancies: byId(await tx.findBy(Vacancy, { id: ids(applications.map((row) => row.vacancyId)) })),
    contacts: byId(contacts),
    rejections: new Map(rejections.map((row) => [row.applicationId, row])),
    newRoles: await newRolesOf(tx, followUps),
    drafted: await draftedOpenings(tx, followUps),
  };
}

async function newRolesOf(tx: EntityManager, followUps: readonly FollowUp[]): Promise<Map<string, NewRoles>> {
  const found = new Map<string, NewRoles>();
  for (const followUp of followUps) {
    const isUnwritten = followUp.kind === 'new_roles' && followUp.body === null;
    if (isUnwritten) found.set(followUp.id, await newRolesNow(tx, followUp));
  }
  return found;
}

function factsAround(followUp: FollowUp, around: Surroundings) {
  const application = around.applications.get(followUp.applicationId ?? '');
  const details = (followUp.details ?? {}) as Details;
  return {
    details,
    cooldownUntil: dateOf(details.cooldownUntil),
    application,
    company: around.companies.get(application?.companyId ?? ''),
    vacancy: around.vacancies.get(application?.vacancyId ?? ''),
    contact: around.contacts.get(followUp.contactId ?? ''),
    rejection: around.rejections.get(followUp.applicationId ?? ''),
  };
}

function letterFacts(followUp: FollowUp, around: Surroundings): LetterFacts {
  const { details, cooldownUntil, company, vacancy, contact, rejection } = factsAround(followUp, around);
  // Proposed for the end of that time, it says nothing of it.
  const isOver = cooldownUntil !== null && cooldownUntil <= momentOf(followUp, around);
  return {
    kind: followUp.kind as LetterKind,
    candidate: around.candidate,
    contact: contactFactsOf(contact, around) ?? NOBODY,
    wasTold: followUp.contactId !== null && rejection?.contactId === followUp.contactId,
    looking: around.looking,
    companyName: company?.name ?? '',
    vacancy: {
      title: vacancy?.title ?? '',
      location: vacancy?.location ?? null,
      url: details.url ?? vacancy?.url ?? null,
    },
    rejection: rejection
      ? {
          stage: rejection.stage,
          reason: { category: rejection.reasonCategory, words: rejection.reasonWords },
          subject: rejection.subject,
        }
      : null,
    reopened:
      followUp.kind === 'reopened_outreach'
        ? { cooldownUntil: isOver ? null : cooldownUntil, asTitle: titleNow(details.evidence) }
        : null,
  };
}

function reminderFacts(followUp: FollowUp, around: Surroundings, publicUrl: string): ReminderFacts {
  const { details, cooldownUntil, application, company, vacancy, contact, rejection } = factsAround(followUp, around);
  return {
    id: followUp.id,
    applicationId: followUp.applicationId,
    candidateName: around.candidate.name,
    contact: contactFactsOf(contact, around),
    unreadAddress: contact && nobodyReadsAt(contact) ? contact.email : null,
    contactOptedOut: contact?.doNotContact ?? false,
    companyName: company?.name ?? null,
    title: vacancy?.title ?? null,
    url: details.url ?? vacancy?.url ?? null,
    requirements: vacancy?.requirements ?? null,
    stage: application?.stage ?? null,
    rejection: rejection
      ? { stage: rejection.stage, words: rejection.reasonWords, receivedAt: rejection.receivedAt }
      : null,
    lastTouchAt: contact?.lastTouchAt ?? null,
    streak: followUp.kind === 'streak' ? (details as Streak) : null,
    evidence: details.evidence ? { ...details.evidence, closedAt: new Date(details.evidence.closedAt) } : null,
    cooldownUntil,
    hasDraft: around.drafted.has(openingOf(followUp)),
    interviewAt: dateOf(details.interviewAt),
    closedAt: dateOf(details.closedAt),
    newRoles: around.newRoles.get(followUp.id) ?? null,
    role: details.role ?? null,
    board: details.board ? { ...details.board, goneSince: new Date(details.board.goneSince) } : null,
    looking: around.looking,
    at: momentOf(followUp, around),
    timezone: around.timezone,
    publicUrl,
  };
}

/** When it goes, or would. */
const momentOf = ({ dueAt }: FollowUp, { now }: Surroundings): Date => (now > dueAt ? now : dueAt);

const NOBODY: PersonFacts = { name: '', country: null, greeting: null, role: null, companyName: null };

function contactFactsOf(contact: Contact | undefined, { companies }: Surroundings): PersonFacts | null {
  if (!contact) return null;
  const { name, country, greeting, role, companyId } = contact;
  return { name, country, greeting, role, companyName: companies.get(companyId ?? '')?.name ?? null };
}

const dateOf = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

/** What the planner left in `details`, as JSON keeps it. */
type Details = Partial<Streak> & {
  evidence?: Omit<Evidence, 'closedAt'> & { closedAt: string };
  cooldownUntil?: string | null;
  interviewAt?: string;
  closedAt?: string;
  url?: string | null;
  role?: { title: string; url: string | null };
  board?: Omit<GoneBoard, 'goneSince'> & { goneSince: string };
};
