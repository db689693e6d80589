/** What would follow, each step in a sentence of its own. */
import type { FollowUpKind, LetterKind, ReminderKind, ShownState } from '@app/contracts/words';
import { day, type Place } from '../time/moments.policy.js';
import { onDay, onDayThere, partOfDay } from '../time/on-day.words.js';

interface Step {
  kind: FollowUpKind;
  state: ShownState;
  dueAt: string;
  contact: { name: string; timezone: string | null } | null;
  /** Of what is held: to when, where that is known (ISO 8601). */
  heldUntil?: string | null;
  whyFacts?: Readonly<Record<string, unknown>>;
}

const LETTER: Record<LetterKind, (name: string) => string> = {
  feedback_request: (name) => `a letter to ${name} that asks for a word of feedback`,
  thank_you: (name) => `a thank-you to ${name}`,
  reopened_outreach: (name) => `a letter to ${name} about the job that is open again`,
};

const REMINDER: Record<ReminderKind, (name: string) => string> = {
  reflection: () => 'a quiet look back',
  check_in: (name) => `a hello to ${name}`,
  half_year: (name) => `half a year on, a hello to ${name}`,
  find_contact: () => 'a reminder to find somebody there',
  streak: () => 'a look for the pattern',
  reopened: () => 'word that the job is open again',
  interview_prep: () => 'a reminder to prepare',
  vacancy_closed: () => 'word that the job was taken down',
  new_roles: () => 'word of new roles there',
  related_role: () => 'word of a role like it',
  board_gone: () => 'word that a board is gone',
};

const isLetter = (kind: FollowUpKind): kind is LetterKind => kind in LETTER;

/** What starts; of what is left out, that it is. */
export function startSentence(step: Step, yours: Place): string {
  const { kind, state, contact } = step;
  const name = contact?.name ?? 'them';
  if (!isLetter(kind)) {
    return state === 'skipped'
      ? `No reminder: ${REMINDER[kind](name)}.`
      : `${capital(onDay(at(step), yours))}, ${REMINDER[kind](name)}.`;
  }
  switch (state) {
    case 'skipped':
      return contact === null ? 'No letter goes.' : `No letter goes to ${name}.`;
    case 'draft':
      return `${capital(LETTER[kind](name))} waits for your yes; it would go ${morningOf(step, yours)}.`;
    case 'held':
      return `${capital(LETTER[kind](name))} is written, and held.`;
    default:
      return `${capital(morningOf(step, yours))}, ${LETTER[kind](name)}.`;
  }
}

export function stopSentence({ kind, contact }: Step): string {
  const name = contact?.name ?? 'them';
  return `Stops: ${isLetter(kind) ? LETTER[kind](name) : REMINDER[kind](name)}.`;
}

export function moveSentence(step: Step & { was: string }, yours: Place): string {
  const { kind, state, contact, was, dueAt } = step;
  const name = contact?.name ?? 'them';
  const what = capital(isLetter(kind) ? LETTER[kind](name) : REMINDER[kind](name));
  if (state === 'held') return heldSentence(what, step, yours);
  if (state === 'draft') return `${what} waits for your yes.`;
  if (was === dueAt) return `${what} goes on.`;
  const theirs = (isLetter(kind) ? contact?.timezone : null) ?? yours.timezone;
  return `${what} moves: ${onDayThere(at(step), theirs, yours)}.`;
}

/** Until when, and whether it is too late for it by then. */
function heldSentence(what: string, { heldUntil, whyFacts = {} }: Step, yours: Place): string {
  const { endsAt } = whyFacts;
  if (typeof endsAt === 'string')
    return `${what} is held until it is too late for it, ${onDay(new Date(endsAt), yours)}.`;
  return heldUntil ? `${what} is held until ${day(new Date(heldUntil), yours)}.` : `${what} is held.`;
}

/** `on Thursday, in Dana Ito’s morning`. */
function morningOf(step: Step, yours: Place): string {
  const timezone = step.contact?.timezone ?? yours.timezone;
  const on = onDayThere(at(step), timezone, yours);
  const part = partOfDay(at(step), timezone);
  return step.contact === null ? on : `${on}, in ${step.contact.name}’s ${part}`;
}

const at = ({ dueAt }: Step) => new Date(dueAt);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
