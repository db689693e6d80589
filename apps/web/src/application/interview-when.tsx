/** In place of the verbs: when they talk, on the account's clock. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { problemAt, problemElsewhere } from '../api/problems.js';
import type { Problem } from '../api/shapes.js';
import { LEAVE } from '../follow-up/follow-up.words.js';
import { Button } from '../look/button.js';
import { Field } from '../look/field.js';
import { localTimeOf, momentOf } from '../time/local-time.policy.js';
import { NO_MOMENT } from '../time/local-time.words.js';
import { useYours } from '../time/yours.js';
import styles from './application.module.css';
import { NOTE_IT, WHEN, WHEN_AGAIN, WHEN_MISSING } from './moves.words.js';

interface Props {
  /** Where there was one before, its moment is all that is new. */
  isAnother: boolean;
  /** `2026-12-01T10:14`, on that clock. */
  when: string;
  onWhen(when: string): void;
  isPending: boolean;
  problem: Problem | null;
  /** ISO 8601; null where it is not known. */
  onSay(scheduledAt: string | null): void;
  onLeave(): void;
}

const AT = '/scheduledAt';

export function InterviewWhen({ isAnother, when, onWhen, isPending, problem, onSay, onLeave }: Props) {
  const { now, timezone } = useYours();
  const [wrong, setWrong] = useState<{ when: string; said: string } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = momentOf(when, timezone);
    if (when === '') return isAnother ? setWrong({ when, said: WHEN_MISSING }) : onSay(null);
    if (at === null) return setWrong({ when, said: NO_MOMENT });
    onSay(at.toISOString());
  };
  const elsewhere = problemElsewhere(problem, [AT]);
  return (
    <form className={styles.when} onSubmit={submit} noValidate>
      <Field
        ref={field}
        label={isAnother ? WHEN_AGAIN : WHEN}
        type="datetime-local"
        min={localTimeOf(now, timezone)}
        value={when}
        onValueChange={onWhen}
        problem={wrong?.when === when ? wrong.said : problemAt(problem, AT)}
      />
      <div className={styles.moves}>
        <Button type="submit" weight="outlined" disabled={isPending}>
          {NOTE_IT}
        </Button>
        <Button shortcut="Escape" onClick={onLeave}>
          {LEAVE}
        </Button>
      </div>
      {elsewhere === undefined ? null : <p role="alert">{elsewhere}</p>}
    </form>
  );
}
