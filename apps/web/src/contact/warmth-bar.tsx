/** A contact that cools: from the last touch to half a year after it, with what is left of that, and what is next said to them. */
import { day } from '../time/moments.policy.js';
import { onDay } from '../time/on-day.words.js';
import { useYours } from '../time/yours.js';
import { COLD, DAYS_SINCE, nextWord } from './contact.words.js';
import { placeOf, warmthLeft } from './warmth.policy.js';
import styles from './warmth-bar.module.css';

interface Props {
  /** ISO 8601; null where there was none. */
  lastTouchAt: string | null;
  /** Of the letter or hello that is planned next; null where none is. */
  nextTouchAt: string | null;
}

export function WarmthBar({ lastTouchAt, nextTouchAt }: Props) {
  const yours = useYours();
  const { share, days } = warmthLeft(lastTouchAt, yours);
  const next = lastTouchAt === null || nextTouchAt === null ? null : placeOf(nextTouchAt, lastTouchAt, yours);
  return (
    <div className={styles.warmth}>
      <p>
        {DAYS_SINCE(days)} {nextTouchAt === null ? null : nextWord(onDay(new Date(nextTouchAt), yours))}
      </p>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.left} style={{ inlineSize: percent(share) }} />
        {next === null ? null : <span className={styles.next} style={{ insetInlineStart: percent(next) }} />}
      </div>
      {lastTouchAt === null ? null : (
        <p className={styles.ends} aria-hidden="true">
          <span>{day(new Date(lastTouchAt), yours)}</span>
          <span>{COLD}</span>
        </p>
      )}
    </div>
  );
}

const percent = (share: number) => `${share * 100}%`;
