/** A reminder to the candidate, as plain text: whole as a mail of its own, or as one part of the day's digest. */
import type { ReminderKind } from '@app/contracts';
import { callName } from './greeting.policy.js';
import type { Rendered } from './letter.policy.js';
import type { ReminderFacts } from './reminder-facts.policy.js';
import { BODIES, SUBJECTS } from './reminder-templates.js';

export function renderReminder(kind: ReminderKind, facts: ReminderFacts): Rendered {
  const { subject, text } = renderReminderPart(kind, facts);
  return { subject, text: inFrame(facts, [text]) };
}

/** Without greeting and link, which a digest says once. */
export function renderReminderPart(kind: ReminderKind, facts: ReminderFacts): Rendered {
  const paragraphs = BODIES[kind](facts).filter((paragraph) => paragraph !== null);
  return { subject: SUBJECTS[kind](facts), text: paragraphs.join('\n\n') };
}

interface DigestFacts extends Pick<ReminderFacts, 'candidateName' | 'publicUrl' | 'timezone'> {
  /** When it is made. */
  at: Date;
}

/** Several reminders as one mail; each part stands under its subject. */
export function renderDigest(parts: readonly Rendered[], facts: DigestFacts): Rendered {
  const named = (format: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...format, timeZone: facts.timezone }).format(facts.at);
  const day = `${named({ weekday: 'long' })}, ${named({ day: 'numeric', month: 'long' })}`;
  return {
    subject: `${parts.length} reminders for ${day}`,
    text: inFrame(
      facts,
      parts.flatMap(({ subject, text }, index) => [`${index + 1}. ${subject}`, text]),
    ),
  };
}

function inFrame(
  { candidateName, publicUrl }: Pick<ReminderFacts, 'candidateName' | 'publicUrl'>,
  paragraphs: string[],
): string {
  const greeting = candidateName === null ? 'Hello,' : `Hello ${callName(candidateName)},`;
  return [greeting, ...paragraphs, `Open Rekindle: ${publicUrl}`].join('\n\n');
}
