import { type Weekday, WEEKDAYS } from '@app/contracts/words';
import type { FormEvent } from 'react';
import { problemElsewhere } from '../../api/problems.js';
import type { Settings } from '../../api/shapes.js';
import { useNewSettings } from '../../live/new-settings.js';
import { Button } from '../../look/button.js';
import { Field } from '../../look/field.js';
import { Section } from '../../look/section.js';
import { Toggle } from '../../look/toggle.js';
import { useTouched } from '../../look/touched.js';
import { useYours } from '../../time/yours.js';
import { AsLeft } from '../as-left.js';
import styles from '../settings.module.css';
import { DAY, DAYS, EARLIEST, HOLIDAYS, HOURS_HINT, LATEST, SAVE, SAVED, saveOf, TIMES } from '../settings.words.js';
import { endOf, shownEnd } from './end-of-day.policy.js';
import { weekFrom } from './week.policy.js';

type Window = Settings['sendingWindow'];

export function WindowForm({ window }: { window: Window }) {
  const { shown, touched, isTouched, isAsLeft, touch, empty } = useTouched('settings times', window);
  const keep = useNewSettings();
  const { reader } = useYours();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What is refused stays in the form, and says why.
    keep.mutateAsync({ sendingWindow: touched }).then(empty, () => undefined);
  };
  const press = (day: Weekday) => {
    const isIn = shown.days.includes(day);
    const days = WEEKDAYS.filter((one) => (one === day ? !isIn : shown.days.includes(one)));
    touch({ days });
  };
  const problem = problemElsewhere(keep.error, []);
  return (
    <Section heading={TIMES}>
      <form className={styles.form} onSubmit={submit}>
        {isAsLeft ? <AsLeft onEmpty={empty} /> : null}
        <div role="group" aria-label={DAYS} className={styles.days}>
          {weekFrom(reader.firstDayOfWeek).map((day) => (
            <Toggle key={day} isOn={shown.days.includes(day)} onPress={() => press(day)}>
              {DAY[day]}
            </Toggle>
          ))}
        </div>
        <div className={styles.hours}>
          <Field
            label={EARLIEST}
            hint={HOURS_HINT}
            type="time"
            required
            value={shown.from}
            onValueChange={(from) => touch({ from })}
          />
          <Field
            label={LATEST}
            hint={HOURS_HINT}
            type="time"
            required
            value={shownEnd(shown.to)}
            onValueChange={(to) => touch({ to: endOf(to) })}
          />
        </div>
        <Toggle isOn={shown.skipHolidays} onPress={() => touch({ skipHolidays: !shown.skipHolidays })}>
          {HOLIDAYS}
        </Toggle>
        {problem === undefined ? null : <p role="alert">{problem}</p>}
        <div className={styles.verbs}>
          <Button weight="outlined" type="submit" aria-label={saveOf(TIMES)} disabled={keep.isPending}>
            {SAVE}
          </Button>
          <p role="status">{keep.isSuccess && !isTouched ? SAVED : null}</p>
        </div>
      </form>
    </Section>
  );
}
