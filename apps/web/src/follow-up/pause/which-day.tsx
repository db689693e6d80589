/** In place of the verb: a few days, each with its date, and any other. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { problemElsewhere } from '../../api/problems.js';
import type { Problem } from '../../api/shapes.js';
import { Button } from '../../look/button.js';
import { Field } from '../../look/field.js';
import { localTimeOf } from '../../time/local-time.policy.js';
import { NO_MOMENT } from '../../time/local-time.words.js';
import { day as dayOf } from '../../time/moments.policy.js';
import { useYours } from '../../time/yours.js';
import { LEAVE } from '../follow-up.words.js';
import styles from '../step-verbs.module.css';
import { daysOffered, untilDay } from './pause.policy.js';
import { offered, OTHER_DAY, SEE, UNTIL_WHEN } from './pause.words.js';

interface Props {
  isPending: boolean;
  problem: Problem | null;
  /** ISO 8601. */
  onChoose(until: string): void;
  onLeave(): void;
}

export function WhichDay({ isPending, problem, onChoose, onLeave }: Props) {
  const yours = useYours();
  const { now, timezone } = yours;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const choose = (date: string) => {
    const until = untilDay(date, timezone);
    if (until === null) return setWrong(date);
    onChoose(until);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose(typed);
  };
  return (
    <form className={styles.later} aria-label={UNTIL_WHEN} onSubmit={submit}>
      <p>{UNTIL_WHEN}</p>
      <div className={styles.verbs}>
        {daysOffered(now, timezone).map(({ day, date }, index) => (
          <Button key={day} ref={index === 0 ? first : undefined} disabled={isPending} onClick={() => choose(date)}>
            {offered(day, dayOf(new Date(untilDay(date, timezone)!), yours))}
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
        min={localTimeOf(now, timezone).slice(0, 10)}
        value={typed}
        onValueChange={setTyped}
        problem={wrong === typed ? NO_MOMENT : problemElsewhere(problem, [])}
      />
      {typed === '' ? null : (
        <Button type="submit" weight="outlined" disabled={isPending}>
          {SEE}
        </Button>
      )}
    </form>
  );
}
