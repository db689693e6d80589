/** From when to when a plan is drawn hour by hour; what lies further off stands behind a break. */
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
  if (to <= from) throw refused('ends_before_it_begins', '`to` lies before `from`, or at the same moment.');
  if (to.getTime() - from.getTime() > MOST) throw refused('range_too_long', 'A plan is shown for 60 days at most.');
  return { from, to };
}

const refused = (code: string, what: string): RuleViolation =>
  new RuleViolation(code, what, { kind: 'invalid', pointer: '/to' });
