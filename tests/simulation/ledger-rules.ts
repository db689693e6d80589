/** What the ledger tells is what the row is, and nothing goes on after its end unless somebody says so. */
import type { StoredState } from '@app/contracts';
import type { FollowUpRow } from './follow-up-rows.js';
import type { Violation } from './violation.js';

/** Where it was before it ended stands in its row. */
type Told = StoredState | 'where it was';

/** What a line on the ledger says of the state after it; null: it stays. */
const SAYS: [RegExp, Told | null][] = [
  [/^(drafted|back to draft)/, 'draft'],
  [/^planned again/, 'where it was'],
  [/^restored/, 'where it was'],
  [/^planned$/, 'waiting'],
  [/^planned and held/, 'held'],
  [/^(edited|snoozed|moved)$/, null],
  [/^(approved|resumed|to be sent at once|to be sent again|moved to .*)$/, 'waiting'],
  [/^put back$/, 'waiting'],
  [/^(marked as sent|sent in the digest of .*)$/, 'sent'],
];
const ENDED = new Set<Told>(['answered', 'bounced', 'failed', 'cancelled', 'skipped', 'done']);
/** A letter that failed for its address comes back with another one. */
const TAKEN_BACK = new Set<Told>(['cancelled', 'skipped', 'done', 'failed']);
const CLAIMABLE = new Set<Told | undefined>(['waiting', 'retrying', 'held', 'where it was']);
/** A changed setting makes no letter that goes by itself out of what was skipped. */
const BY_SETTING = new Set<string | null>(['disabled', 'no_human_contact', 'not_looking']);

export function ledgerViolations({ id, kind, state, ledger }: FollowUpRow): Violation[] {
  let told: Told | undefined;
  let skippedWhy: string | null = null;
  for (const { by, what, whyCode } of ledger) {
    const isBack = told !== undefined && TAKEN_BACK.has(told) && /^(restored|planned again)/.test(what);
    if (told !== undefined && ENDED.has(told) && !isBack)
      return [wrong(`${kind} ${id} went on after its end: ${what}`)];
    if (isBack && told === 'skipped' && by !== 'candidate' && BY_SETTING.has(skippedWhy) && state !== 'draft') {
      return [wrong(`${kind} ${id} was skipped (${skippedWhy}) and goes by itself now`)];
    }
    const said = SAYS.find(([pattern]) => pattern.test(what));
    told = said ? (said[1] ?? told) : (what as StoredState);
    if (told === 'skipped') skippedWhy = whyCode;
  }
  const isClaimed = state === 'sending' && CLAIMABLE.has(told);
  const isRestored = told === 'where it was' && (!ENDED.has(state) || state === 'answered');
  return told === state || isClaimed || isRestored ? [] : [wrong(`${kind} ${id} is ${state}, its ledger says ${told}`)];
}

const wrong = (what: string): Violation => ({ kind: 'wrong', what });
