/** One moment on two clocks in one line: theirs, then yours. */
import { bothClocks } from './two-clocks.policy.js';
import { inTheirs } from './two-clocks.words.js';
import styles from './two-clocks.module.css';
import { useYours } from './yours.js';

interface Props {
  /** ISO 8601. */
  at: string;
  /** IANA; null where it is nobody else's. */
  theirs: string | null;
}

export function TwoClocks({ at, theirs }: Props) {
  const { first, city, own } = bothClocks(new Date(at), theirs, useYours());
  return (
    <time dateTime={at}>
      <span className={styles.first}>{first}</span>
      {city === null ? null : <span className={styles.second}>{inTheirs(city, own)}</span>}
    </time>
  );
}
