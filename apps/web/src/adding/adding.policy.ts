/** What is typed into *Add an application*, what a page may fill of it, and what it asks of the API. */
import type { Stage } from '@app/contracts/words';
import { momentOf } from '../time/local-time.policy.js';

/** At which one adds; a no has a sheet of its own. */
export const ADDED_AT = ['saved', 'applied', 'screening', 'interview', 'offer'] as const satisfies readonly Stage[];
export type AddedAt = (typeof ADDED_AT)[number];

/** What a page may know. */
export const FILLED = ['companyName', 'title', 'location', 'requirements'] as const;
export type Filled = (typeof FILLED)[number];

export interface Typed extends Record<Filled, string> {
  url: string;
  stage: AddedAt;
  /** `2026-12-01T10:14`, on the account's clock; empty: now. */
  appliedAt: string;
  contactName: string;
  contactEmail: string;
}

export interface Form {
  typed: Typed;
  /** Typed by hand, be it that it was emptied. */
  touched: readonly Filled[];
  /** As a page said them, and nobody since. */
  fromPage: readonly Filled[];
  /** The reading that was taken over. */
  taken: string | null;
}

export const untouched = (url: string): Form => ({
  typed: {
    url,
    companyName: '',
    title: '',
    location: '',
    requirements: '',
    stage: 'applied',
    appliedAt: '',
    contactName: '',
    contactEmail: '',
  },
  touched: [],
  fromPage: [],
  taken: null,
});

/** Something that somebody would miss. */
export const hasWords = ({ typed, fromPage }: Form): boolean =>
  [
    typed.contactName,
    typed.contactEmail,
    ...FILLED.filter((name) => !fromPage.includes(name)).map((name) => typed[name]),
  ]
    .join('')
    .trim() !== '';

export function typing(form: Form, what: Partial<Typed>): Form {
  const names = FILLED.filter((name) => what[name] !== undefined);
  return {
    ...form,
    typed: { ...form.typed, ...what },
    touched: [...new Set([...form.touched, ...names])],
    fromPage: form.fromPage.filter((name) => !names.includes(name)),
  };
}

export type Said = { id: string } & { [Name in Filled]: string | null };

/** Only what is blank and untouched is filled; what another page said before goes with its address. */
export function takenOver(form: Form, said: Said): Form {
  const open = FILLED.filter((name) => form.fromPage.includes(name) || isBlank(form, name));
  const filled = open.map((name) => [name, said[name] ?? ''] as const);
  return {
    ...form,
    typed: { ...form.typed, ...Object.fromEntries(filled) },
    fromPage: filled.filter(([, text]) => text !== '').map(([name]) => name),
    taken: said.id,
  };
}

const isBlank = ({ typed, touched }: Form, name: Filled) => typed[name].trim() === '' && !touched.includes(name);

const LONGEST = 2_048;
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[:/?#]|$)/u;

/** The web address that is meant, `https` where none is said; null: it is none. */
export function addressIn(text: string): string | null {
  const said = text.trim();
  const whole = !/^[a-z][a-z\d+.-]*:\/\//i.test(said) && HOST.test(said) ? `https://${said}` : said;
  const url = URL.parse(whole);
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.');
  return isWeb && whole.length <= LONGEST && !/\s/.test(whole) ? whole : null;
}

export interface Body {
  companyName: string;
  title: string;
  url?: string;
  location?: string;
  requirements?: string;
  stage: AddedAt;
  appliedAt?: string;
  contact?: { name: string; email?: string };
}

export function bodyOf({ typed }: Form, timezone: string): Body {
  const { companyName, title, stage, appliedAt, contactName, contactEmail } = typed;
  const url = typed.url.trim();
  // What is no moment is refused where it was typed.
  const at =
    appliedAt === '' || stage === 'saved' ? undefined : (momentOf(appliedAt, timezone)?.toISOString() ?? appliedAt);
  const contact = { name: contactName, ...(contactEmail !== '' && { email: contactEmail }) };
  return {
    companyName,
    title,
    stage,
    ...(url !== '' && { url: addressIn(url) ?? url }),
    ...(typed.location.trim() !== '' && { location: typed.location }),
    ...(typed.requirements.trim() !== '' && { requirements: typed.requirements }),
    ...(at !== undefined && { appliedAt: at }),
    ...(contactName + contactEmail !== '' && { contact }),
  };
}

/** Where in the body a field stands (RFC 6901). */
export const POINTERS: Record<keyof Typed, string> = {
  url: '/url',
  companyName: '/companyName',
  title: '/title',
  location: '/location',
  requirements: '/requirements',
  stage: '/stage',
  appliedAt: '/appliedAt',
  contactName: '/contact/name',
  contactEmail: '/contact/email',
};

interface Known {
  companyName: string;
  title: string;
}

/** The same job at the same company, however it is written. */
export function isSameJob(one: Known, other: Known): boolean {
  return folded(one.companyName) === folded(other.companyName) && folded(one.title) === folded(other.title);
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
