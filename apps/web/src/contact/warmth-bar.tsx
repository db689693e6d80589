/** A contact that cools: full at the last touch, empty half a year later. What it shows stands in words beside it. */
import { warmthLeft } from './warmth.policy.js';
import styles from './warmth-bar.module.css';
import { useYours } from '../time/yours.js';

interface Props {
  /** ISO 8601; null where there was none. */
  lastTouchAt: string | null;
}

export function WarmthBar({ lastTouchAt }: Props) {
  const { now } = useYours();
  const { share } = warmthLeft(lastTouchAt, now);
  return (
    <div className={styles.bar} aria-hidden="true">
      <span className={styles.warmth} style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
