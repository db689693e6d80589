/** The hours in which a letter may arrive there, and the letter in them. That it stands in them, words beside it say. */
import { clock } from './moments.policy.js';
import styles from './morning-band.module.css';
import { useYours } from './yours.js';

interface Props {
  /** On the contact's clock, `HH:MM`; the end is exclusive. */
  window: { from: string; to: string };
  /** Minutes since midnight, on the contact's clock. */
  at: number;
  /** How the letter stands; its shape is that of its mark on a line. */
  mark: string;
}

export function MorningBand({ window, at, mark }: Props) {
  const { reader } = useYours();
  const [from, to] = [minutesOf(window.from), minutesOf(window.to)];
  // What was sent by hand went when it was sent.
  if (at < from || at >= to) return null;
  return (
    <div className={styles.hours} aria-hidden="true">
      {clock(from, reader)}
      <span className={styles.morning}>
        <span className={styles.mark} data-mark={mark} style={placeOf((at - from) / (to - from))} />
      </span>
      {clock(to, reader)}
    </div>
  );
}

const minutesOf = (time: string) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
};

/** Whole in its hours, from their first minute to their last. */
const placeOf = (share: number) => ({ insetInlineStart: `calc((100% - var(--mark)) * ${share})` });
