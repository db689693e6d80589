import { Button } from '../look/button.js';
import styles from './settings.module.css';
import { AS_KEPT, AS_LEFT } from './settings.words.js';

/** What stands in a form was typed before, and not kept: it can be let go. */
export function AsLeft({ onEmpty }: { onEmpty(): void }) {
  return (
    <p className={styles.quiet}>
      {AS_LEFT} <Button onClick={onEmpty}>{AS_KEPT}</Button>
    </p>
  );
}
