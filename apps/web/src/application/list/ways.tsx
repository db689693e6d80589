/** Ways through a list, as links in a row: which of them, or in which order. */
import { Link } from '@tanstack/react-router';
import { type RefObject, useId } from 'react';
import styles from './list.module.css';

interface Way {
  word: string;
  /** What it changes of what is asked. */
  asks: Record<string, unknown>;
  isTaken: boolean;
}

interface Props {
  label: string;
  ways: readonly Way[];
  /** The link that is taken. */
  taken?: RefObject<HTMLAnchorElement | null>;
  onPress?(): void;
}

export function Ways({ label, ways, taken, onPress }: Props) {
  const id = useId();
  return (
    <nav className={styles.nav} aria-labelledby={id}>
      <span className={styles.label} id={id}>
        {label}
      </span>
      <ul className={styles.ways}>
        {ways.map(({ word, asks, isTaken }) => (
          <li key={word}>
            <Link
              ref={isTaken ? taken : undefined}
              to="."
              search={(shown) => ({ ...shown, ...asks })}
              className={styles.way}
              onClick={isTaken ? undefined : onPress}
              data-taken={isTaken}
              aria-current={isTaken ? 'true' : undefined}
            >
              {word}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
