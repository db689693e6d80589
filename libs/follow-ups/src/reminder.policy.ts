/** A reminder to the candidate, as plain text: whole as a mail of its own, or as one part of the day's digest. */
import type { ReminderKind } from '@app/contracts';
import { callName } from './greeting.policy.js';
import type { Rendered } from './letter.policy.js';
import type { ReminderFacts } from './reminder-facts.policy.js';
import { BODIES, SUBJECTS } from './reminder-templates.js';

export function renderReminder(kind: ReminderKind, facts: ReminderFacts): Rendered {
  const { subject, text } = renderReminderPart(kind, facts);
  const { candidateName, publicUrl } = facts;
  return { subject, text: [`Hello ${callName(candidateName)},`, text, `Open Rekindle: ${publicUrl}`].join('\n\n') };
}

/** Without greeting and link, which a digest says once. */
export function renderReminderPart(kind: ReminderKind, facts: ReminderFacts): Rendered {
  const paragraphs = BODIES[kind](facts).filter((paragraph) => paragraph !== null);
  return { subject: SUBJECTS[kind](facts), text: paragraphs.join('\n\n') };
}
