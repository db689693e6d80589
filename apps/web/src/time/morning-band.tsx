/** The hours in which a letter may arrive there, and the letter in them. What it shows stands in words beside it. */
import styles from './morning-band.module.css';

const MINUTES_OF_DAY = 24 * 60;

export type Mark = 'waiting' | 'draft' | 'held' | 'sent';

interface Props {
  /** Minutes since midnight, on the contact's clock; the end is exclusive. */
  from: number;
  to: number;
  at: number;
  mark: Mark;
}

export function MorningBand({ from, to, at, mark }: Props) {
  return (
    <div className={styles.day} aria-hidden="true">
      <span className={styles.morning} style={{ insetInlineStart: share(from), inlineSize: share(to - from) }} />
      <span className={styles.mark} data-mark={mark} style={{ insetInlineStart: share(at) }} />
    </div>
  );
}

const share = (minutes: number) => `${(minutes / MINUTES_OF_DAY) * 100}%`;
