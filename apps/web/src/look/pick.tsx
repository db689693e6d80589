/** One of a few short words, side by side; what is picked is read out, and seen without a colour. */
import { useId } from 'react';
import styles from './pick.module.css';

interface Props<Value extends string> {
  legend: string;
  options: readonly Value[];
  words: Record<Value, string>;
  value: Value | null;
  onChange(value: Value): void;
  /** What is wrong with it, in a sentence. */
  problem?: string | undefined;
}

export function Pick<Value extends string>({ legend, options, words, value, onChange, problem }: Props<Value>) {
  const [name, problemId] = [useId(), useId()];
  return (
    <fieldset className={styles.pick} aria-describedby={problem === undefined ? undefined : problemId}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option} className={styles.option}>
            <input
              type="radio"
              name={name}
              className={styles.radio}
              checked={option === value}
              onChange={() => onChange(option)}
            />
            {words[option]}
          </label>
        ))}
      </div>
      {problem === undefined ? null : (
        <p id={problemId} className={styles.problem}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}
