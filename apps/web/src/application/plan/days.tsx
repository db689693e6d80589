/** The dates over the days, and the names of those on which nobody is written to. */
import { dateIn, weekdayIn } from '../../time/moments.policy.js';
import { useYours } from '../../time/yours.js';
import type { Day } from './axis.policy.js';
import styles from './plan-figure.module.css';

export function Days({ days, timezone }: { days: readonly Day[]; timezone: string }) {
  const place = { ...useYours(), timezone };
  return (
    <div className={styles.dates}>
      {days.map(({ at, start, dated }) => (
        <span key={at} className={styles.date} data-dated={dated} style={{ insetInlineStart: `${start * 100}%` }}>
          <span className={styles.weekday}>{weekdayIn(new Date(at), place)}</span>
          <span>{dateIn(new Date(at), place)}</span>
        </span>
      ))}
    </div>
  );
}
