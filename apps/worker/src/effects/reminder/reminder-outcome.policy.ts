/** What a mail server's answer means for a reminder: in doubt it goes again. */
import { settle, type Settlement } from '../email/letter-outcome.policy.js';

export type ReminderSettlement = Exclude<Settlement, { state: 'unconfirmed' }>;

const DOUBTFUL_AGAIN_AFTER_MINUTES = 1;

export function reminderSettlement(outcome: Parameters<typeof settle>[0], tries: number): ReminderSettlement {
  const settlement = settle(outcome, tries);
  if (settlement.state !== 'unconfirmed') return settlement;
  const repeat = settle({ kind: 'not_sent', why: settlement.why }, tries);
  return repeat.state === 'retrying' && tries === 1
    ? { ...repeat, afterMinutes: DOUBTFUL_AGAIN_AFTER_MINUTES }
    : (repeat as ReminderSettlement);
}
