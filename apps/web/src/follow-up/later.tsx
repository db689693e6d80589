/** In place of the verbs: a few days that are near, and any other. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { problemElsewhere } from '../api/problems.js';
import type { FollowUp } from '../api/shapes.js';
import { Button } from '../look/button.js';
import { Field } from '../look/field.js';
import { localTimeOf } from '../time/local-time.policy.js';
import { NO_MOMENT } from '../time/local-time.words.js';
import { useYours } from '../time/yours.js';
import { useLater } from './follow-up.queries.js';
import { dayOfPreset, PRESETS, untilDay } from './later.policy.js';
import { LEAVE } from './follow-up.words.js';
import { MOVE, OTHER_DAY, PRESET, WHEN } from './later.words.js';
import styles from './step-verbs.module.css';

interface Props {
  step: Pick<FollowUp, 'id' | 'audience'>;
  /** IANA; null where it is nobody else's. */
  timezone: string | null;
  onDone(): void;
}

export function Later({ step: { id, audience }, timezone: theirs, onDone }: Props) {
  const yours = useYours();
  const timezone = theirs ?? yours.timezone;
  const [day, setDay] = useState('');
  const later = useLater(id);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const [wrong, setWrong] = useState<string | null>(null);
  const moveTo = (chosen: string) => {
    const until = untilDay(chosen, { audience, timezone });
    if (until === null) return setWrong(chosen);
    later.mutate(until, { onSuccess: onDone });
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
            disabled={later.isPending}
            onClick={() => moveTo(dayOfPreset(preset, yours.now, timezone))}
          >
            {PRESET[preset]}
          </Button>
        ))}
        <Button shortcut="Escape" onClick={onDone}>
          {LEAVE}
        </Button>
      </div>
      <Field
        label={OTHER_DAY}
        type="date"
        required
        min={localTimeOf(yours.now, timezone).slice(0, 10)}
        value={day}
        onValueChange={setDay}
        problem={wrong === day ? NO_MOMENT : problemElsewhere(later.error, [])}
      />
      {day === '' ? null : (
        <Button type="submit" weight="outlined" disabled={later.isPending}>
          {MOVE}
        </Button>
      )}
    </form>
  );
}
