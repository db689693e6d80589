/** What a mail server's answer means for a follow-up. */
import type { MailOutcome } from './mailer.js';

/** Minutes before the next try, after the first, second, ... failed one (RFC 5321, 4.5.4.1: give up after four to five days). */
const RETRY_AFTER_MINUTES = [5, 15, 30, 60, 120, 240, 480, 720, 1440, 1440, 1440];

export type Settlement =
  | { state: 'sent'; why: string }
  | { state: 'retrying'; why: string; afterMinutes: number }
  | { state: 'failed'; why: string; endedWhy: 'address_bounced' | 'already_pending' | null }
  | { state: 'unconfirmed'; why: string };

export function settle(outcome: Exclude<MailOutcome, { kind: 'stopped' }>, attempt: number): Settlement {
  switch (outcome.kind) {
    case 'accepted':
      return { state: 'sent', why: outcome.reply };
    case 'unconfirmed':
      return { state: 'unconfirmed', why: outcome.why };
    case 'not_sent':
      return again(outcome.why, attempt);
    case 'refused':
      // A server that turns everybody away says nothing about this letter.
      if (!outcome.permanent || outcome.stage === 'connect') return again(outcome.reply, attempt);
      return { state: 'failed', why: outcome.reply, endedWhy: isDeadAddress(outcome) ? 'address_bounced' : null };
  }
}

function again(why: string, attempt: number): Settlement {
  const afterMinutes = RETRY_AFTER_MINUTES[attempt - 1];
  if (afterMinutes === undefined)
    return { state: 'failed', why: `Given up after ${attempt} tries: ${why}`, endedWhy: null };
  return { state: 'retrying', why, afterMinutes };
}

/** Parked as unconfirmed it occupied nobody, so that another letter to them may have the place that another try would take. */
export function settleLate(settlement: Settlement, isPlaceTaken: boolean): Settlement {
  if (settlement.state !== 'retrying' || !isPlaceTaken) return settlement;
  const why = `${settlement.why} (It did not arrive; another letter to this contact has its place by now, and one is enough.)`;
  return { state: 'failed', why, endedWhy: 'already_pending' };
}

/** RFC 3463: no such mailbox (5.1.1), moved (5.1.6), no such domain or null MX (5.1.2, 5.1.10), no route (5.4.4). */
const DEAD = new Set(['5.1.1', '5.1.2', '5.1.6', '5.1.10', '5.4.4']);

function isDeadAddress({
  stage,
  code,
  enhancedCode,
}: {
  stage: string;
  code: number;
  enhancedCode: string | null;
}): boolean {
  if (enhancedCode !== null) return DEAD.has(enhancedCode);
  return stage === 'recipient' && (code === 550 || code === 551);
}
