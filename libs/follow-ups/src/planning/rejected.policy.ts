/** The reminders that a rejection gives rise to: a look back, and somebody to look for where nobody can be reached. */
import { say, type Settings } from '@app/contracts';
import { reminderDueAt } from '../reminder-time.policy.js';
import { isTooLate } from './letter-plan.policy.js';
import type { Planned } from './planned.policy.js';

interface Look {
  receivedAt: Date;
  settings: Settings;
  /** When it is planned. */
  now: Date;
}

/** Null when the rejection is so old that its time is past. */
export function planReflection({ receivedAt, settings, now }: Look): Planned | null {
  const { timezone, reflection, reminders } = settings;
  const asked = reminderDueAt({ from: receivedAt, delay: reflection.delay, at: reminders.at, timezone });
  if (asked < now && isTooLate(receivedAt, now)) return null;
  const dueAt = asked < now ? now : asked;
  return {
    kind: 'reflection',
    audience: 'candidate',
    state: 'waiting',
    dueAt,
    plannedDueAt: dueAt,
    why: say('some_distance'),
  };
}

export function searchForContact(now: Date): Planned {
  return {
    kind: 'find_contact',
    audience: 'candidate',
    state: 'waiting',
    dueAt: now,
    why: say('nobody_to_write_to'),
  };
}
