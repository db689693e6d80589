/** What is typed into *They said no*, what it asks of the API, and where the API's refusals belong. */
import type { ReasonCategory, RejectableStage } from '@app/contracts/words';
import { momentOf } from '../time/local-time.policy.js';

/** An application that is not here yet, and is recorded with its no. */
export const NEW = 'new';

export interface Typed {
  /** An id, `new`, or nothing yet. */
  application: string;
  companyName: string;
  title: string;
  contactName: string;
  contactEmail: string;
  /** `2026-12-01T10:14`, on the account's clock; empty: now. */
  receivedAt: string;
  /** Null: the one that the application is at. */
  stage: RejectableStage | null;
  words: string;
  category: ReasonCategory | '';
}

export const untouched = (application: string): Typed => ({
  application,
  companyName: '',
  title: '',
  contactName: '',
  contactEmail: '',
  receivedAt: '',
  stage: null,
  words: '',
  category: '',
});

/** Something that somebody would miss. */
export const hasWords = ({ companyName, title, contactName, contactEmail, words }: Typed): boolean =>
  companyName + title + contactName + contactEmail + words !== '';

/** The body of the one command or of the other. */
export type Asked =
  { of: 'known'; id: string; body: NoBody & { stage?: RejectableStage } } | { of: 'new'; body: NewBody };

interface NoBody {
  receivedAt?: string;
  reason?: { category?: ReasonCategory; words?: string };
}

interface NewBody {
  companyName: string;
  title: string;
  contact?: { name: string; email?: string };
  stage?: RejectableStage;
  rejection: NoBody;
}

/** Null while nobody knows which application it is about. */
export function askedOf(typed: Typed, timezone: string): Asked | null {
  const { application, companyName, title, contactName, contactEmail, stage, receivedAt } = typed;
  // What is no moment is refused where it was typed.
  const at = receivedAt === '' ? {} : { receivedAt: momentOf(receivedAt, timezone)?.toISOString() ?? receivedAt };
  const no: NoBody = { ...at, ...reasonOf(typed) };
  const atStage = stage === null ? {} : { stage };
  if (application === '') return null;
  if (application !== NEW) return { of: 'known', id: application, body: { ...no, ...atStage } };
  const email = contactEmail === '' ? {} : { email: contactEmail };
  const contact = contactName + contactEmail === '' ? {} : { contact: { name: contactName, ...email } };
  return { of: 'new', body: { companyName, title, ...contact, ...atStage, rejection: no } };
}

function reasonOf({ category, words }: Typed): Pick<NoBody, 'reason'> {
  if (category === '' && words === '') return {};
  return { reason: { ...(category !== '' && { category }), ...(words !== '' && { words }) } };
}

/** Whether enough is said to ask what would follow: half a name is no question. */
export const canBeForetold = (asked: Asked | null): asked is Asked =>
  asked !== null && (asked.of === 'known' || (asked.body.companyName.trim() !== '' && asked.body.title.trim() !== ''));

type Field = Exclude<keyof Typed, 'application'>;

const OF_KNOWN: Partial<Record<Field, string>> = {
  receivedAt: '/receivedAt',
  stage: '/stage',
  words: '/reason/words',
  category: '/reason/category',
};

const OF_NEW: Record<Field, string> = {
  companyName: '/companyName',
  title: '/title',
  contactName: '/contact/name',
  contactEmail: '/contact/email',
  stage: '/stage',
  receivedAt: '/rejection/receivedAt',
  words: '/rejection/reason/words',
  category: '/rejection/reason/category',
};

/** Where in the body a field stands (RFC 6901). */
export const pointersOf = (application: string): Partial<Record<Field, string>> =>
  application === NEW ? OF_NEW : OF_KNOWN;
