/** Somebody's name, and how much is left of the warmth, in the room of a card. */
import { useYours } from '../time/yours.js';
import { DAYS_SINCE } from './contact.words.js';
import styles from './warmth-mark.module.css';
import { warmthLeft } from './warmth.policy.js';

interface Props {
  name: string;
  /** ISO 8601; null where there was none. */
  lastTouchAt: string | null;
}

export function WarmthMark({ name, lastTouchAt }: Props) {
  const { share, days } = warmthLeft(lastTouchAt, useYours());
  return (
    <div>
      <p>{name}</p>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.left} style={{ inlineSize: `${share * 100}%` }} />
      </div>
      <p className={styles.days}>{DAYS_SINCE(days)}</p>
    </div>
  );
}
