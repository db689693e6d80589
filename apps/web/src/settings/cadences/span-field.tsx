/** A number and its unit. */
import type { ReactNode } from 'react';
import { Field } from '../../look/field.js';
import styles from './cadences.module.css';
import { unitOf, unitWord } from './cadences.words.js';
import type { Span, Unit } from './span.policy.js';

interface Props {
  label: string;
  hint?: ReactNode;
  units: readonly Unit[];
  value: Span;
  isPending: boolean;
  problem?: string | undefined;
  onChange(value: Span): void;
}

export function SpanField({ label, hint, units, value, isPending, problem, onChange }: Props) {
  const offered = units.includes(value.unit) ? units : [value.unit, ...units];
  return (
    <div className={styles.span}>
      <Field
        label={label}
        hint={hint}
        inputMode="numeric"
        autoComplete="off"
        readOnly={isPending}
        value={value.count}
        onValueChange={(count) => onChange({ ...value, count })}
        problem={problem}
      />
      <select
        className={styles.unit}
        aria-label={unitOf(label)}
        disabled={isPending}
        value={value.unit}
        onChange={(event) => onChange({ ...value, unit: event.currentTarget.value as Unit })}
      >
        {offered.map((unit) => (
          <option key={unit} value={unit}>
            {unitWord(unit, value.count)}
          </option>
        ))}
      </select>
    </div>
  );
}
