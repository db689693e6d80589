/** Ways through a list, as links in a row: which of them, or in which order. */
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import styles from './list.module.css';

interface Way {
  word: string;
  /** What it changes of what is asked. */
  asks: Record<string, string | undefined>;
  isTaken: boolean;
}

export function Ways({ label, ways }: { label: string; ways: readonly Way[] }) {
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
              to="."
              search={(shown) => ({ ...shown, ...asks })}
              className={styles.way}
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
