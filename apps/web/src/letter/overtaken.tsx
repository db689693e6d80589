/** Somebody changed the letter while one wrote: theirs beside one's own, and whose words it gets. */
import { useEffect, useRef } from 'react';
import { Button } from '../look/button.js';
import { Words } from '../look/said.js';
import type { Words as WordsOfLetter } from './draft.policy.js';
import styles from './letter.module.css';
import { KEEP_MINE, OVERTAKEN, TAKE_THEIRS, THEIRS } from './letter.words.js';

interface Props {
  /** Nothing until they are read. */
  theirs: WordsOfLetter | undefined;
  isPending: boolean;
  onKeep(): void;
  onTake(): void;
}

export function Overtaken({ theirs, isPending, onKeep, onTake }: Props) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div className={styles.overtaken}>
      <p role="alert">{OVERTAKEN}</p>
      {theirs === undefined ? null : (
        <section aria-label={THEIRS} className={styles.theirs}>
          <h2 className={styles.subject}>{theirs.subject}</h2>
          <Words>{theirs.body}</Words>
        </section>
      )}
      <div className={styles.verbs}>
        <Button ref={keep} weight="filled" disabled={isPending || theirs === undefined} onClick={onKeep}>
          {KEEP_MINE}
        </Button>
        <Button onClick={onTake}>{TAKE_THEIRS}</Button>
      </div>
    </div>
  );
}
