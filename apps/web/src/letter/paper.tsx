/** The letter as a person reads it. */
import { LETTER } from './letter.words.js';
import styles from './letter.module.css';

export function Paper({ subject, body }: { subject: string; body: string }) {
  return (
    <article className={styles.paper} aria-label={LETTER} dir="auto">
      <h2 className={styles.subject}>{subject}</h2>
      <div className={styles.body}>{body}</div>
    </article>
  );
}
