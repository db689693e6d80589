/** In place of the verbs: what a deed does to the plan, then the deed and the way back. */
import { useEffect, useId, useRef } from 'react';
import { sentenceOf } from '../api/problems.js';
import type { Preview, Problem } from '../api/shapes.js';
import { Button } from '../look/button.js';
import { useYours } from '../time/yours.js';
import { CANNOT_BE_TAKEN_BACK, consequence, WHICH } from './consequence.words.js';
import styles from './before.module.css';
import { LEAVE } from './follow-up.words.js';
import { moveSentence, startSentence, stopSentence } from './follows.words.js';

interface Props {
  preview: Preview;
  /** The verb, said again. */
  verb: string;
  isFinal?: boolean;
  isPending: boolean;
  problem: Problem | null;
  onYes(): void;
  onLeave(): void;
}

export function Before({ preview, verb, isFinal = false, isPending, problem, onYes, onLeave }: Props) {
  const id = useId();
  const leave = useRef<HTMLButtonElement>(null);
  useEffect(() => leave.current?.focus(), []);
  return (
    <div role="group" aria-labelledby={id} className={styles.before}>
      <p id={id} className={styles.sentence}>
        {consequence(preview)} {isFinal ? CANNOT_BE_TAKEN_BACK : null}
      </p>
      <Which preview={preview} />
      <div className={styles.verbs}>
        <Button weight="outlined" disabled={isPending} onClick={onYes}>
          {verb}
        </Button>
        <Button ref={leave} shortcut="Escape" onClick={onLeave}>
          {LEAVE}
        </Button>
      </div>
      {problem === null ? null : <p role="alert">{sentenceOf(problem)}</p>}
    </div>
  );
}

function Which({ preview: { starts, stops, moves } }: { preview: Preview }) {
  const yours = useYours();
  const sentences = [
    ...stops.map(stopSentence),
    ...moves.map((step) => moveSentence(step, yours)),
    ...starts.map((step) => startSentence(step, yours)),
  ];
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.which} aria-label={WHICH}>
      {sentences.map((sentence, index) => (
        <li key={index}>{sentence}</li>
      ))}
    </ul>
  );
}
