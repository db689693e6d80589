/** The plan drawn: the mornings in which a letter may arrive, the days on which none may, the steps, and now. */
import type { Plan, PlannedStep } from '../../api/shapes.js';
import { markOf } from '../../follow-up/mark.policy.js';
import { useYours } from '../../time/yours.js';
import { axisOf, linesOf } from './axis.policy.js';
import { Days } from './days.js';
import { caption, DRAWN, MARK, NOW } from './plan.words.js';
import { StepMark } from './step-mark.js';
import styles from './plan-figure.module.css';

type Step = Pick<PlannedStep, 'id' | 'kind' | 'audience' | 'state' | 'dueAt'>;

/** Its word beside it, of the width. */
const NOW_ROOM = 0.05;

interface Props {
  plan: Pick<Plan, 'from' | 'to' | 'timezone' | 'openings' | 'closedDays'>;
  steps: readonly Step[];
  /** Whose mornings they are; null: nobody's, and none is drawn. */
  contactName: string | null;
  /** It draws itself. */
  isNew: boolean;
}

export function PlanFigure({ plan, steps, contactName, isNew }: Props) {
  const yours = useYours();
  const axis = axisOf(
    plan,
    steps.map(({ dueAt }) => dueAt),
  );
  const now = axis.placeOf(yours.now.toISOString()) ?? 0;
  const marks = steps
    .flatMap((step) => {
      const place = axis.placeOf(step.dueAt);
      return place === null ? [] : [{ step, place }];
    })
    .toSorted((one, other) => one.place - other.place);
  const lines = linesOf(marks.map(({ place }) => place));
  const isLetter = contactName !== null;
  return (
    <figure className={styles.figure}>
      <div className={styles.drawing} data-new={isNew} role="img" aria-label={DRAWN(steps.length)}>
        <Days days={axis.days} later={axis.later} timezone={plan.timezone} />
        <div className={styles.field}>
          {isLetter
            ? axis.mornings.map(({ start, size }) => (
                <span
                  key={start}
                  className={styles.morning}
                  style={{ insetInlineStart: share(start), inlineSize: share(size) }}
                />
              ))
            : null}
          <span className={styles.now} style={{ insetInlineStart: share(now) }} />
          {Array.from({ length: Math.max(2, ...lines.map((line) => line + 1)) }, (_, line) => (
            <div key={line} className={styles.line}>
              {marks.map(({ step, place }, index) =>
                lines[index] === line ? (
                  <StepMark
                    key={`${step.kind} ${step.dueAt}`}
                    mark={markOf(step)}
                    word={MARK[step.kind]}
                    place={place}
                  />
                ) : null,
              )}
            </div>
          ))}
        </div>
        <div className={styles.axis}>
          {axis.days.map(({ at, size, isClosed }) => (
            <span key={at} className={styles.day} data-closed={isClosed} style={{ inlineSize: share(size) }} />
          ))}
          {axis.daysEnd < 1 ? <span className={styles.months} /> : null}
        </div>
        <div className={styles.under}>
          <span
            className={styles.nowWord}
            data-side={now > 0.5 ? 'before' : 'after'}
            style={{ insetInlineStart: share(now) }}
          >
            {NOW}
          </span>
          {axis.days.map(({ at, start, size, name }) =>
            name === null || now >= start - NOW_ROOM ? null : (
              <span
                key={at}
                className={styles.holiday}
                style={{ insetInlineStart: share(start), inlineSize: share(size) }}
              >
                {name}
              </span>
            ),
          )}
        </div>
      </div>
      <figcaption className={styles.caption}>{caption(plan, contactName, yours)}</figcaption>
    </figure>
  );
}

const share = (of: number) => `${of * 100}%`;
