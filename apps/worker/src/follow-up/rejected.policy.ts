/** The plan that a rejection gives rise to, keep-warm and streak aside: letter, reflection, and a contact to look for. */
import { reminderDueAt } from '@app/follow-ups';
import { isTooLate, planLetter, type LetterFacts } from './letter-plan.policy.js';
import type { Planned } from './planned.js';

export function planRejection(facts: LetterFacts): Planned[] {
  const letter = planLetter(facts);
  return [letter, ...planReflection(facts), ...planFindContact(letter, facts)];
}

function planReflection({ rejection, settings, now }: LetterFacts): Planned[] {
  const { timezone, reflection, reminders } = settings;
  const asked = reminderDueAt({ from: rejection.receivedAt, delay: reflection.delay, at: reminders.at, timezone });
  if (asked < now && isTooLate(rejection.receivedAt, now)) return [];
  return [
    {
      kind: 'reflection',
      audience: 'candidate',
      state: 'waiting',
      dueAt: asked < now ? now : asked,
      why: 'Some distance first, then a look from outside.',
    },
  ];
}

function planFindContact(letter: Planned, { now }: LetterFacts): Planned[] {
  return /^(no_address|address_bounced):/.test(letter.why) ? [searchForContact(now)] : [];
}

export function searchForContact(now: Date): Planned {
  return {
    kind: 'find_contact',
    audience: 'candidate',
    state: 'waiting',
    dueAt: now,
    why: 'There is nobody with a working address to write to; finding one keeps the door open.',
  };
}
