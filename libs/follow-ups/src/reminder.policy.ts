/** A reminder to the candidate, as plain text: whole as a mail of its own, or as one part of the day's digest. */
import type { ReminderKind } from '@app/contracts';
import { isOfOneComputer, lookBackPage, pageOf, patternPage, todayPage } from './app-page.policy.js';
import { properName } from './company-name.policy.js';
import { hello } from './greeting.policy.js';
import type { Rendered } from './letter.policy.js';
import type { ReminderFacts } from './reminder-facts.policy.js';
import { BODIES, SUBJECTS } from './reminder-templates.js';

export function renderReminder(kind: ReminderKind, facts: ReminderFacts): Rendered {
  const { subject, text } = renderReminderPart(kind, facts);
  return { subject, text: inFrame(facts, [text]) };
}

/** Without the greeting, which a digest says once. */
export function renderReminderPart(kind: ReminderKind, facts: ReminderFacts): Rendered {
  const known = { ...facts, companyName: properName(facts.companyName) };
  const paragraphs = BODIES[kind](known).filter((paragraph) => paragraph !== null);
  const open = `Open it: ${placeOf(kind, facts)}`;
  return { subject: SUBJECTS[kind](known), text: [...paragraphs, open].join('\n\n') };
}

/** Where it is done, if there is such a place; else its own page. */
function placeOf(kind: ReminderKind, { id, applicationId = null, publicUrl }: ReminderFacts): string {
  if (kind === 'reflection' && applicationId !== null) return lookBackPage(publicUrl, applicationId);
  return kind === 'streak' ? patternPage(publicUrl) : pageOf(publicUrl, id);
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
    text: inFrame(facts, [
      ...parts.flatMap(({ subject, text }, index) => [`${index + 1}. ${subject}`, text]),
      `All of today: ${todayPage(facts.publicUrl)}`,
    ]),
  };
}

function inFrame(
  { candidateName, publicUrl }: Pick<ReminderFacts, 'candidateName' | 'publicUrl'>,
  paragraphs: string[],
): string {
  const where = isOfOneComputer(publicUrl) ? ['Links to Rekindle open on the computer that it runs on.'] : [];
  return [hello(candidateName), ...paragraphs, ...where].join('\n\n');
}
