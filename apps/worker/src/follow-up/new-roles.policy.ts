/** When to tell of new roles at a company where a contact is warm: in the next digest, and once a week at most. */
import { say, type Settings } from '@app/contracts';
import { addDuration, firstReminderFrom, type NewRolesDetails, type Planned } from '@app/follow-ups';

const AT_MOST_ONE_IN = 'P7D';

export interface NewRolesFacts {
  total: number;
  companyName: string;
  contactName: string;
  details: NewRolesDetails;
  /** When the candidate last read of new roles at this company. */
  lastToldAt: Date | null;
  settings: Settings;
  now: Date;
}

export function planNewRoles(facts: NewRolesFacts): Planned {
  const { total, companyName, contactName, details, lastToldAt, settings, now } = facts;
  const { reminders, timezone } = settings;
  const next = lastToldAt && addDuration(lastToldAt, AT_MOST_ONE_IN, timezone);
  const from = next !== null && next > now ? next : now;
  return {
    kind: 'new_roles',
    audience: 'candidate',
    state: 'waiting',
    dueAt: firstReminderFrom(from, reminders.at, timezone),
    why: say('new_roles', { total, company: companyName, contact: contactName, waits: from > now }),
    details,
  };
}
