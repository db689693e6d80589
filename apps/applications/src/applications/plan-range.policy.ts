/** From when to when a plan is drawn hour by hour; what lies further off stands behind a break. */
import { refusal, type Sentence } from '@app/contracts';
import { RuleViolation } from '@app/platform';

const DAY = 24 * 60 * 60 * 1000;
/** What is due by then belongs to the days, what comes later to the months. */
const NEAR = 14 * DAY;
const MOST = 60 * DAY;

export interface Range {
  from: Date;
  to: Date;
}

/** `due`: of the steps that have not gone yet. */
export function planRange(asked: Partial<Range>, due: readonly Date[], now: Date): Range {
  const from = asked.from ?? new Date(now.getTime() - DAY);
  const near = due.map(Number).filter((at) => at <= now.getTime() + NEAR);
  const start = Math.max(now.getTime(), from.getTime());
  const last = Math.min(Math.max(start, ...near) + 2 * DAY, from.getTime() + MOST);
  const to = asked.to ?? new Date(last);
  if (to <= from) throw refused(refusal('ends_before_it_begins'));
  if (to.getTime() - from.getTime() > MOST) throw refused(refusal('range_too_long', { days: MOST / DAY }));
  return { from, to };
}

const refused = (said: Sentence): RuleViolation => new RuleViolation(said, { kind: 'invalid', pointer: '/to' });
