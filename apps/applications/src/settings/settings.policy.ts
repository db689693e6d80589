/** What the candidate may set, where the moment of it decides. */
import { refusal, type SettingsPatch } from '@app/contracts';
import { RuleViolation } from '@app/platform';

const TEN_YEARS = 3653 * 24 * 60 * 60 * 1000;

/**
 * A moment that has passed would let letters go which the candidate believes held: most likely a year or a zone is wrong. What is
 * set already may be said again, as whoever reads the settings and writes them back does.
 */
export function requirePauseAhead({ noLettersUntil }: SettingsPatch, stored: SettingsPatch, now: Date): void {
  if (noLettersUntil === undefined || noLettersUntil === null || noLettersUntil === stored.noLettersUntil) return;
  const until = new Date(noLettersUntil);
  const refused = { kind: 'invalid', pointer: '/noLettersUntil' } as const;
  const at = until.toISOString();
  if (until <= now) throw new RuleViolation(refusal('in_the_past', { of: 'no_letters', at }), refused);
  if (until.getTime() - now.getTime() > TEN_YEARS) throw new RuleViolation(refusal('too_far_ahead', { at }), refused);
}
