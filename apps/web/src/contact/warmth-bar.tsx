/** A contact that cools: full at the last touch, empty half a year later. */
import { DAYS_SINCE } from './contact.words.js';
import { warmthLeft } from './warmth.policy.js';
import styles from './warmth-bar.module.css';
import { useYours } from '../time/yours.js';

interface Props {
  /** ISO 8601; null where there was none. */
  lastTouchAt: string | null;
}

export function WarmthBar({ lastTouchAt }: Props) {
  const { now } = useYours();
  const { share, days } = warmthLeft(lastTouchAt, now);
  return (
    <div className={styles.bar} role="img" aria-label={DAYS_SINCE(days)}>
      <span className={styles.warmth} style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
