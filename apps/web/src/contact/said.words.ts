/** Who somebody is, and what was said between you and them. */
import type { ContactRole, Direction, TouchKind } from '@app/contracts/words';
import { day, daysBetween, type Place } from '../time/moments.policy.js';
import { ROLE } from './contact.words.js';

interface Who {
  role: ContactRole;
  companyName: string | null;
}

/** An agency is not where the job is. */
export function whoIs({ role, companyName }: Who): string {
  if (companyName === null) return ROLE[role];
  return AT[role]?.(companyName) ?? `${ROLE[role]} at ${companyName}`;
}

const AT: Partial<Record<ContactRole, (company: string) => string>> = {
  agency_recruiter: (company) => `Recruiter at ${company}, an agency`,
  peer: (company) => `Works at ${company}`,
  adviser: (company) => `Somebody who helps, at ${company}`,
};

export interface Said {
  kind: TouchKind;
  direction: Direction | null;
  followUpId: string | null;
}

const BY_DIRECTION: Record<'mail' | 'call', Record<Direction | 'unsaid', string>> = {
  mail: { in: 'They wrote', out: 'You wrote', unsaid: 'You wrote to each other' },
  call: { in: 'They called', out: 'You called', unsaid: 'You talked on the phone' },
};

/** What it was. */
export function touchWord({ kind, direction, followUpId }: Said): string {
  switch (kind) {
    case 'mail':
      return direction === 'out' && followUpId !== null ? 'Your letter went' : BY_DIRECTION.mail[direction ?? 'unsaid'];
    case 'call':
      return BY_DIRECTION.call[direction ?? 'unsaid'];
    case 'meeting':
      return 'You met';
    case 'note':
      return followUpId === null ? 'You made a note' : 'You said hello';
    case 'rejection':
      return 'They said no';
  }
}

/** `They wrote on Thu 3 Dec: “Thank you.”` */
export function saidLast({ at, text, ...said }: Said & { at: string; text: string | null }, yours: Place): string {
  const words = text === null ? '' : text.replaceAll(/\s+/g, ' ').trim();
  const told = `${touchWord(said)} ${whenIn(new Date(at), yours)}`;
  return words === '' ? `${told}.` : `${told}: “${shortened(words)}”`;
}

function whenIn(at: Date, yours: Place): string {
  const ago = daysBetween(at, yours.now, yours);
  if (ago === 0) return 'today';
  return ago === 1 ? 'yesterday' : `on ${day(at, yours)}`;
}

const MOST = 120;
const shortened = (words: string) => (words.length > MOST ? `${words.slice(0, MOST).trimEnd()}…` : words);

interface Warm {
  name: string;
  doNotContact: boolean;
  warmth: 'warm' | 'cooling' | 'cold';
  lastTouchAt: string | null;
}

/** What a person's page opens with. */
export function standing({ name, doNotContact, warmth, lastTouchAt }: Warm, yours: Place): string {
  if (doNotContact) return `Nobody writes to ${name} from here.`;
  if (lastTouchAt === null) return `You have had no word with ${name} yet.`;
  const last = `the last word was ${whenIn(new Date(lastTouchAt), yours)}`;
  return {
    warm: `${name} is warm: ${last}.`,
    cooling: `${name} is cooling: ${last}.`,
    cold: `${name} is cold: ${last}.`,
  }[warmth];
}
