/** In place of the verbs: what cannot be taken back asks first. */
import { useEffect, useId, useRef } from 'react';
import { Button } from '../look/button.js';
import type { Asking } from './follow-up.verbs.js';
import { ASKS, LEAVE, VERB } from './follow-up.words.js';
import styles from './step-verbs.module.css';

interface Props {
  verb: Asking;
  onYes(): void;
  onLeave(): void;
}

export function Asks({ verb, onYes, onLeave }: Props) {
  const id = useId();
  const leave = useRef<HTMLButtonElement>(null);
  useEffect(() => leave.current?.focus(), []);
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id}>{ASKS[verb]}</p>
      <div className={styles.verbs}>
        <Button onClick={onYes}>{VERB[verb]}</Button>
        <Button ref={leave} shortcut="Escape" onClick={onLeave}>
          {LEAVE}
        </Button>
      </div>
    </div>
  );
}
