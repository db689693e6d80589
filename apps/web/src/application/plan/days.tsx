/** The dates over the days, and over what comes later. */
import { dateIn, weekdayIn, yearIn } from '../../time/moments.policy.js';
import { useYours } from '../../time/yours.js';
import type { Axis } from './axis.policy.js';
import styles from './plan-figure.module.css';

interface Props extends Pick<Axis, 'days' | 'later'> {
  timezone: string;
}

export function Days({ days, later, timezone }: Props) {
  const place = { ...useYours(), timezone };
  return (
    <div className={styles.dates}>
      {days.map(({ at, start, dated }) => (
        <span key={at} className={styles.date} data-dated={dated} style={{ insetInlineStart: `${start * 100}%` }}>
          <span className={styles.weekday}>{weekdayIn(new Date(at), place)}</span>
          <span>{dateIn(new Date(at), place)}</span>
        </span>
      ))}
      {later.map(({ at, place: share, dated }) => (
        <span
          key={at}
          className={styles.date}
          data-dated={dated}
          data-later="true"
          style={{ insetInlineStart: `${share * 100}%` }}
        >
          <span className={styles.weekday}>{dateIn(new Date(at), place)}</span>
          <span>{yearIn(new Date(at), place)}</span>
        </span>
      ))}
    </div>
  );
}
