/** Several lengths of time, one after the other; none is an answer, too. */
import type { ReactNode } from 'react';
import { Button } from '../../look/button.js';
import styles from './cadences.module.css';
import { ANOTHER, LEAVE_OUT, leaveOutOf, NO_HELLO, nth } from './cadences.words.js';
import { SpanField } from './span-field.js';
import type { Span, Unit } from './span.policy.js';

const MOST = 10;

interface Props {
  label: string;
  hint: ReactNode;
  units: readonly Unit[];
  value: readonly Span[];
  isPending: boolean;
  problem?: string | undefined;
  onChange(value: Span[]): void;
}

export function SpanList({ label, hint, units, value, isPending, problem, onChange }: Props) {
  return (
    <div className={styles.cadence}>
      {value.length === 0 ? (
        <>
          <p>{NO_HELLO}</p>
          <p className={styles.hint}>{hint}</p>
        </>
      ) : null}
      {value.map((span, index) => (
        <div key={index} className={styles.cadence}>
          <SpanField
            label={nth(label, index)}
            hint={index === 0 ? hint : undefined}
            units={units}
            value={span}
            isPending={isPending}
            problem={index === value.length - 1 ? problem : undefined}
            onChange={(changed) => onChange(value.with(index, changed))}
          />
          <div className={styles.verbs}>
            <Button
              weight="quiet"
              aria-label={leaveOutOf(nth(label, index))}
              disabled={isPending}
              onClick={() => onChange(value.toSpliced(index, 1))}
            >
              {LEAVE_OUT}
            </Button>
          </div>
        </div>
      ))}
      {value.length >= MOST ? null : (
        <div className={styles.verbs}>
          <Button disabled={isPending} onClick={() => onChange([...value, { count: '', unit: units[0]! }])}>
            {ANOTHER}
          </Button>
        </div>
      )}
    </div>
  );
}
