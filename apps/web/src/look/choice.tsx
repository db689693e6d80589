/** One of a few, each with what follows from it. */
import { useId } from 'react';
import styles from './choice.module.css';

interface Option<Value extends string> {
  value: Value;
  label: string;
  hint?: string;
}

interface Props<Value extends string> {
  legend: string;
  options: readonly Option<Value>[];
  value: Value;
  onChange(value: Value): void;
}

export function Choice<Value extends string>({ legend, options, value, onChange }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={name}
            className={styles.dot}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            aria-labelledby={`${name}${option.value}`}
            aria-describedby={option.hint === undefined ? undefined : `${name}${option.value}hint`}
          />
          <span>
            <span id={`${name}${option.value}`}>{option.label}</span>
            {option.hint === undefined ? null : (
              <span id={`${name}${option.value}hint`} className={styles.hint}>
                {option.hint}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
