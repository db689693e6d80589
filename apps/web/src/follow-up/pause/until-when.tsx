/** In place of the verb: until which day no letters go, a few of them with their date. */
import type { Problem } from '../../api/shapes.js';
import { day as dayOf } from '../../time/moments.policy.js';
import { useYours } from '../../time/yours.js';
import styles from '../step-verbs.module.css';
import { WhichDay } from '../which-day.js';
import { daysOffered, untilDay } from './pause.policy.js';
import { offered, SEE, UNTIL_WHEN } from './pause.words.js';

interface Props {
  isPending: boolean;
  problem: Problem | null;
  /** ISO 8601. */
  onChoose(until: string): void;
  onLeave(): void;
}

export function UntilWhen(form: Props) {
  const yours = useYours();
  const { now, timezone } = yours;
  const days = daysOffered(now, timezone).flatMap(({ day, date }) => {
    const until = untilDay(date, timezone);
    return until === null ? [] : [{ word: offered(day, dayOf(new Date(until), yours)), date }];
  });
  return (
    <div className={styles.later}>
      <p>{UNTIL_WHEN}</p>
      <WhichDay
        label={UNTIL_WHEN}
        days={days}
        timezone={timezone}
        verb={SEE}
        momentOn={(date) => untilDay(date, timezone)}
        {...form}
      />
    </div>
  );
}
