/** What a mail server's answer means for a follow-up. */
import { say, type Sentence, within } from '@app/contracts';
import type { MailOutcome } from './mailer.js';
import { type Refused, refusedBy } from './refusal.policy.js';

/** Minutes before the next try, after the first, second, ... failed one (RFC 5321, 4.5.4.1: give up after four to five days). */
const RETRY_AFTER_MINUTES = [5, 15, 30, 60, 120, 240, 480, 720, 1440, 1440, 1440];

export type Settlement =
  | { state: 'sent'; why: Sentence }
  | { state: 'retrying'; why: Sentence; afterMinutes: number }
  | { state: 'failed'; why: Sentence; endedWhy: 'address_bounced' | 'already_pending' | null }
  | { state: 'unconfirmed'; why: Sentence }
  /** It is us that the server refuses: that says nothing about the letter, nor about whom it is for. */
  | { state: 'held'; why: Sentence; of: RefusedOfUs };

export type RefusedOfUs = Extract<Refused, 'account' | 'sender'>;

/** `tries` at this letter: those in which it was us that was refused are none. */
export function settle(outcome: Exclude<MailOutcome, { kind: 'stopped' }>, tries: number): Settlement {
  switch (outcome.kind) {
    case 'accepted':
      return { state: 'sent', why: say('server_said', { said: outcome.reply }) };
    case 'unconfirmed':
      return { state: 'unconfirmed', why: outcome.why };
    case 'not_sent':
      return again(outcome.why, tries);
    case 'mailbox_refused':
      return { state: 'held', why: outcome.why, of: 'account' };
    case 'refused':
      return refused(refusedBy(outcome), say('server_said', { said: outcome.reply }), tries);
  }
}

function refused(who: Refused, why: Sentence, tries: number): Settlement {
  switch (who) {
    case 'for_now':
      return again(why, tries);
    case 'account':
    case 'sender':
      return { state: 'held', why, of: who };
    case 'recipient':
      return { state: 'failed', why, endedWhy: 'address_bounced' };
    case 'letter':
      return { state: 'failed', why, endedWhy: null };
  }
}

function again(why: Sentence, tries: number): Settlement {
  const afterMinutes = RETRY_AFTER_MINUTES[tries - 1];
  if (afterMinutes === undefined)
    return { state: 'failed', why: cameTo(say('given_up', { tries }), why), endedWhy: null };
  return { state: 'retrying', why, afterMinutes };
}

/** What the last try came to stands within. */
const cameTo = ({ code, facts }: Sentence, last: Sentence): Sentence => ({
  code,
  facts: { ...facts, ...within('last', last) },
});

/** Parked as unconfirmed it occupied nobody, so that another letter to them may have the place that another try would take. */
export function settleLate(settlement: Settlement, isPlaceTaken: boolean): Settlement {
  if ((settlement.state !== 'retrying' && settlement.state !== 'held') || !isPlaceTaken) return settlement;
  return { state: 'failed', why: cameTo(say('place_taken'), settlement.why), endedWhy: 'already_pending' };
}
