/** What was, now, and what comes, along one line: the times on one side, what happens on the other. */
import type { ReactNode } from 'react';
import styles from './spine.module.css';

/** Square: a letter. Round: for oneself. Small: what has been. */
export type SpineMark =
  'fact' | 'reminder' | 'letter' | 'letter-draft' | 'letter-held' | 'letter-unsure' | 'letter-sent' | 'ended';

export function Spine({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className={styles.spine} aria-label={label}>
      {children}
    </ol>
  );
}

interface ItemProps {
  /** More than is wanted on paper. */
  isFarBack?: boolean;
  time: ReactNode;
  mark: SpineMark;
  children: ReactNode;
}

export function SpineItem({ isFarBack = false, time, mark, children }: ItemProps) {
  return (
    <li className={styles.item} data-row data-far-back={isFarBack || undefined}>
      <div className={styles.time}>{time}</div>
      <div className={styles.line} data-mark={mark} aria-hidden="true" />
      <div className={styles.body}>{children}</div>
    </li>
  );
}

export function SpineNow({ children }: { children: ReactNode }) {
  return (
    <li className={styles.now}>
      <span className={styles.nowWord}>{children}</span>
    </li>
  );
}
