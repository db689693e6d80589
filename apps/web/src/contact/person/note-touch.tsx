/** In place of the verb: when and what was said, for whoever wants to keep that; then what it was, by the one press that notes it. */
import { useEffect, useId, useRef, useState } from 'react';
import { newKey } from '../../api/new-key.js';
import { problemAt, problemElsewhere } from '../../api/problems.js';
import type { Problem, TouchBody } from '../../api/shapes.js';
import { Button } from '../../look/button.js';
import { Field } from '../../look/field.js';
import { useKept } from '../../look/kept.js';
import { localTimeOf, momentOf } from '../../time/local-time.policy.js';
import { NO_MOMENT } from '../../time/local-time.words.js';
import { useYours } from '../../time/yours.js';
import styles from './person.module.css';
import { LEAVE_NOTING, TOUCHES, WHAT_STOPS, WHAT_WAS_SAID, WHEN, WHICH } from './person.words.js';
import { TOUCH, TOUCH_CHOICES, type TouchChoice } from './touch.policy.js';

interface Props {
  id: string;
  isPending: boolean;
  problem: Problem | null;
  onNote(body: TouchBody, key: string, done: () => void): void;
  onLeave(): void;
}

export function NoteTouch({ id, isPending, problem, onNote, onLeave }: Props) {
  const { now, timezone } = useYours();
  const words = useKept<string>(`touch ${id}`, () => '', Boolean);
  const [when, setWhen] = useState('');
  const [isNoMoment, setNoMoment] = useState(false);
  const [key, setKey] = useState(newKey);
  const which = useId();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const note = (choice: TouchChoice) => {
    const at = when === '' ? null : momentOf(when, timezone);
    if (when !== '' && at === null) return setNoMoment(true);
    const text = words.value.trim();
    const told = { ...(at !== null && { at: at.toISOString() }), ...(text !== '' && { text: words.value }) };
    onNote({ ...TOUCH[choice], ...told }, `${key}-${choice}`, words.empty);
  };
  const elsewhere = problemElsewhere(problem, ['/at', '/text']);
  return (
    <div className={styles.form}>
      <Field
        label={WHEN}
        type="datetime-local"
        max={localTimeOf(now, timezone)}
        value={when === '' ? localTimeOf(now, timezone) : when}
        onValueChange={(value) => {
          setKey(newKey());
          setNoMoment(false);
          setWhen(value);
        }}
        problem={isNoMoment ? NO_MOMENT : problemAt(problem, '/at')}
      />
      <Field
        label={WHAT_WAS_SAID}
        render={<textarea dir="auto" />}
        value={words.value}
        onValueChange={(said) => {
          // Other words are another touch.
          setKey(newKey());
          words.keep(said);
        }}
        problem={problemAt(problem, '/text')}
      />
      <div role="group" aria-labelledby={which}>
        <p id={which} className={styles.label}>
          {WHICH}
        </p>
        <div className={styles.verbs}>
          {TOUCH_CHOICES.map((choice, index) => (
            <Button
              key={choice}
              ref={index === 0 ? first : undefined}
              weight="outlined"
              disabled={isPending}
              onClick={() => note(choice)}
            >
              {TOUCHES[choice]}
            </Button>
          ))}
          <Button shortcut="Escape" onClick={onLeave}>
            {LEAVE_NOTING}
          </Button>
        </div>
      </div>
      <p className={styles.quiet}>{WHAT_STOPS}</p>
      {elsewhere === undefined ? null : <p role="alert">{elsewhere}</p>}
    </div>
  );
}
