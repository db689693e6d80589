/** In place of the verbs: what a deed comes to, the deed, and the way back. */
import { useEffect, useRef } from 'react';
import { Button } from '../../look/button.js';
import styles from './webhooks.module.css';
import { LEAVE } from './webhooks.words.js';

interface Props {
  sentence: string;
  verb: string;
  isPending: boolean;
  onYes(): void;
  onLeave(): void;
}

export function AskFirst({ sentence, verb, isPending, onYes, onLeave }: Props) {
  const leave = useRef<HTMLButtonElement>(null);
  useEffect(() => leave.current?.focus(), []);
  return (
    <div role="group" aria-label={sentence}>
      <p>{sentence}</p>
      <div className={styles.verbs}>
        <Button weight="outlined" disabled={isPending} onClick={onYes}>
          {verb}
        </Button>
        <Button ref={leave} shortcut="Escape" onClick={onLeave}>
          {LEAVE}
        </Button>
      </div>
    </div>
  );
}
