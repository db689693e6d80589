/** A step on the axis: its shape, and its word where there is room for one. */
import type { StepMark as Mark } from '../../follow-up/mark.policy.js';
import styles from './step-mark.module.css';

/** From here on a word stands before its mark. */
const LATE = 0.84;

interface Props {
  mark: Mark;
  word: string;
  /** As a share of the width. */
  place: number;
}

export function StepMark({ mark, word, place }: Props) {
  return (
    <span
      className={styles.step}
      data-side={place > LATE ? 'before' : 'after'}
      style={{ insetInlineStart: `${place * 100}%` }}
    >
      <span className={styles.mark} data-mark={mark} />
      <span className={styles.word}>{word}</span>
    </span>
  );
}
