/** In place of the verbs: a few days that are near, and any other. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { problemElsewhere } from '../api/problems.js';
import type { Problem } from '../api/shapes.js';
import { Button } from '../look/button.js';
import { Field } from '../look/field.js';
import { localTimeOf } from '../time/local-time.policy.js';
import { NO_MOMENT } from '../time/local-time.words.js';
import { momentsIn } from '../time/moments-in.policy.js';
import { useYours } from '../time/yours.js';
import { LEAVE } from './follow-up.words.js';
import styles from './step-verbs.module.css';
import { OTHER_DAY } from './which-day.words.js';

interface Props {
  label: string;
  /** Each with its date, `YYYY-MM-DD`. */
  days: readonly { word: string; date: string }[];
  /** On whose clock (IANA). */
  timezone: string;
  /** On any other day. */
  verb: string;
  isPending: boolean;
  problem: Problem | null;
  /** ISO 8601; null: that day has no such moment. */
  momentOn(date: string): string | null;
  /** ISO 8601. */
  onChoose(until: string): void;
  onLeave(): void;
}

export function WhichDay({ label, days, timezone, verb, isPending, problem, momentOn, onChoose, onLeave }: Props) {
  const yours = useYours();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const choose = (date: string) => {
    const until = momentOn(date);
    if (until === null) return setWrong(date);
    onChoose(until);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose(typed);
  };
  const refused = problemElsewhere(problem, []);
  return (
    <form className={styles.later} aria-label={label} onSubmit={submit}>
      <div className={styles.verbs}>
        {days.map(({ word, date }, index) => (
          <Button key={word} ref={index === 0 ? first : undefined} disabled={isPending} onClick={() => choose(date)}>
            {word}
          </Button>
        ))}
        <Button shortcut="Escape" onClick={onLeave}>
          {LEAVE}
        </Button>
      </div>
      <Field
        label={OTHER_DAY}
        type="date"
        required
        min={localTimeOf(yours.now, timezone).slice(0, 10)}
        value={typed}
        onValueChange={setTyped}
        problem={wrong === typed ? NO_MOMENT : refused && momentsIn(refused, yours)}
      />
      {typed === '' ? null : (
        <Button type="submit" weight="outlined" disabled={isPending}>
          {verb}
        </Button>
      )}
    </form>
  );
}
