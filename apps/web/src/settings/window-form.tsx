import { type Weekday, WEEKDAYS } from '@app/contracts/words';
import type { FormEvent } from 'react';
import { problemElsewhere } from '../api/problems.js';
import type { Settings } from '../api/shapes.js';
import { useNewSettings } from '../live/new-settings.js';
import { Button } from '../look/button.js';
import { Field } from '../look/field.js';
import { useKept } from '../look/kept.js';
import { Section } from '../look/section.js';
import { Toggle } from '../look/toggle.js';
import { useYours } from '../time/yours.js';
import { AsLeft } from './as-left.js';
import styles from './settings.module.css';
import { DAY, DAYS, EARLIEST, HOLIDAYS, HOURS_HINT, LATEST, SAVE, SAVED, saveOf, TIMES } from './settings.words.js';
import { endOf, shownEnd } from './end-of-day.policy.js';
import { weekFrom } from './week.policy.js';

type Window = Settings['sendingWindow'];

export function WindowForm({ window }: { window: Window }) {
  const {
    value: wanted,
    isAsLeft,
    keep: setWanted,
    forget,
    empty,
  } = useKept<Window>(
    'settings times',
    () => window,
    () => true,
  );
  const keep = useNewSettings();
  const { reader } = useYours();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate({ sendingWindow: wanted }, { onSuccess: forget });
  };
  const press = (day: Weekday) => {
    const isIn = wanted.days.includes(day);
    const days = WEEKDAYS.filter((one) => (one === day ? !isIn : wanted.days.includes(one)));
    setWanted({ ...wanted, days });
  };
  const problem = problemElsewhere(keep.error, []);
  return (
    <Section heading={TIMES}>
      <form className={styles.form} onSubmit={submit}>
        {isAsLeft ? <AsLeft onEmpty={empty} /> : null}
        <div role="group" aria-label={DAYS} className={styles.days}>
          {weekFrom(reader.firstDayOfWeek).map((day) => (
            <Toggle key={day} isOn={wanted.days.includes(day)} onPress={() => press(day)}>
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
            value={wanted.from}
            onValueChange={(from) => setWanted({ ...wanted, from })}
          />
          <Field
            label={LATEST}
            hint={HOURS_HINT}
            type="time"
            required
            value={shownEnd(wanted.to)}
            onValueChange={(to) => setWanted({ ...wanted, to: endOf(to) })}
          />
        </div>
        <Toggle isOn={wanted.skipHolidays} onPress={() => setWanted({ ...wanted, skipHolidays: !wanted.skipHolidays })}>
          {HOLIDAYS}
        </Toggle>
        {problem === undefined ? null : <p role="alert">{problem}</p>}
        <div className={styles.verbs}>
          <Button weight="outlined" type="submit" aria-label={saveOf(TIMES)} disabled={keep.isPending}>
            {SAVE}
          </Button>
          <p role="status">{keep.isSuccess ? SAVED : null}</p>
        </div>
      </form>
    </Section>
  );
}
