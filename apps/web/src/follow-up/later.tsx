/** In place of the verbs: a few days that are near, and any other. */
import type { Audience } from '@app/contracts/words';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { problemElsewhere } from '../api/problems.js';
import type { Problem } from '../api/shapes.js';
import { Button } from '../look/button.js';
import { Field } from '../look/field.js';
import { localTimeOf } from '../time/local-time.policy.js';
import { NO_MOMENT } from '../time/local-time.words.js';
import { useYours } from '../time/yours.js';
import { dayOfPreset, PRESETS, untilDay } from './later.policy.js';
import { LEAVE } from './follow-up.words.js';
import { MOVE, OTHER_DAY, PRESET, WHEN } from './later.words.js';
import styles from './step-verbs.module.css';

interface Props {
  audience: Audience;
  /** On whose clock (IANA). */
  timezone: string;
  isPending: boolean;
  problem: Problem | null;
  /** ISO 8601. */
  onMove(until: string): void;
  onLeave(): void;
}

export function Later({ audience, timezone, isPending, problem, onMove, onLeave }: Props) {
  const { now } = useYours();
  const [day, setDay] = useState('');
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const [wrong, setWrong] = useState<string | null>(null);
  const moveTo = (chosen: string) => {
    const until = untilDay(chosen, { audience, timezone });
    if (until === null) return setWrong(chosen);
    onMove(until);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    moveTo(day);
  };
  return (
    <form className={styles.later} aria-label={WHEN} onSubmit={submit}>
      <div className={styles.verbs}>
        {PRESETS.map((preset, index) => (
          <Button
            key={preset}
            ref={index === 0 ? first : undefined}
            disabled={isPending}
            onClick={() => moveTo(dayOfPreset(preset, now, timezone))}
          >
            {PRESET[preset]}
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
        value={day}
        onValueChange={setDay}
        problem={wrong === day ? NO_MOMENT : problemElsewhere(problem, [])}
      />
      {day === '' ? null : (
        <Button type="submit" weight="outlined" disabled={isPending}>
          {MOVE}
        </Button>
      )}
    </form>
  );
}
