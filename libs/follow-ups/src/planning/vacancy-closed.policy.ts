/** What follows when the posting of an application in process goes away: a calm word in the next digest. */
import { type MessageData, say, type Settings, type Stage, type VacancyStatus } from '@app/contracts';
import { isInProcess } from '../reasons/index.js';
import { firstReminderFrom } from '../reminder-time.policy.js';
import type { Planned } from './planned.policy.js';

export interface ClosedFacts {
  close: MessageData<'vacancy.closed.v1'>;
  stage: Stage;
  /** As it is now: it may be open again by the time that somebody looks. */
  vacancy: { status: VacancyStatus; closedAt: Date | null };
  /** This close was told of before: one notice per application and close. */
  alreadyTold: boolean;
  settings: Settings;
  now: Date;
}

export function planVacancyClosed({ close, stage, vacancy, alreadyTold, settings, now }: ClosedFacts): Planned | null {
  const { closedAt } = close;
  const { reminders, timezone } = settings;
  const notice = {
    kind: 'vacancy_closed',
    audience: 'candidate',
    dueAt: firstReminderFrom(now, reminders.at, timezone),
    details: { closedAt },
  } as const;
  if (alreadyTold || !isInProcess(stage)) return null;
  const stands = vacancy.status === 'closed' && vacancy.closedAt?.toISOString() === closedAt;
  if (!stands) return { ...notice, state: 'skipped', why: say('seen_open') };
  return { ...notice, state: 'waiting', why: say('posting_gone') };
}
