/** The hours in which a letter may arrive there, and the letter in them. What it shows stands in words beside it. */
import styles from './morning-band.module.css';

const MINUTES_OF_DAY = 24 * 60;

interface Props {
  /** On the contact's clock, `HH:MM`; the end is exclusive. */
  window: { from: string; to: string };
  /** Minutes since midnight, on the contact's clock. */
  at: number;
  /** How the letter stands; its shape is that of its mark on a line. */
  mark: string;
}

export function MorningBand({ window, at, mark }: Props) {
  const [from, to] = [minutesOf(window.from), minutesOf(window.to)];
  return (
    <div className={styles.day} aria-hidden="true">
      <span className={styles.morning} style={{ insetInlineStart: share(from), inlineSize: share(to - from) }} />
      <span className={styles.mark} data-mark={mark} style={{ insetInlineStart: share(at) }} />
    </div>
  );
}

const minutesOf = (time: string) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
};

const share = (minutes: number) => `${(minutes / MINUTES_OF_DAY) * 100}%`;
