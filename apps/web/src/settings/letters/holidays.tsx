/** The next holidays that letters go around, and for whom. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Section } from '../../look/section.js';
import { day } from '../../time/moments.policy.js';
import { useYours } from '../../time/yours.js';
import styles from '../settings.module.css';
import { holidaysQuery } from './holidays.queries.js';
import { forWhom, HOLIDAYS_AHEAD, NO_HOLIDAYS, NOT_LEFT_OUT, placeName, unknownCountry } from './holidays.words.js';

export function Holidays() {
  const { data } = useSuspenseQuery(holidaysQuery);
  const { leftOut, days, unknown } = data;
  const yours = useYours();
  return (
    <Section heading={HOLIDAYS_AHEAD}>
      {leftOut || days.length === 0 ? null : <p className={styles.note}>{NOT_LEFT_OUT}</p>}
      {days.length === 0 ? <p>{NO_HOLIDAYS}</p> : null}
      <ul className={styles.holidays}>
        {days.map(({ date, name, country, region, people, names }) => (
          <li key={`${date} ${country} ${region}`}>
            <time dateTime={date}>{day(new Date(`${date}T12:00Z`), { ...yours, timezone: 'UTC' })}</time>
            <div>
              <p>{name}</p>
              <p className={styles.under}>{forWhom(placeName(country, region, yours.reader.locale), names, people)}</p>
            </div>
          </li>
        ))}
      </ul>
      {unknown === 0 ? null : <p className={styles.quiet}>{unknownCountry(unknown)}</p>}
    </Section>
  );
}
