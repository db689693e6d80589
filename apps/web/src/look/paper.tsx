/** A letter as a person reads it. */
import type { ReactNode } from 'react';
import styles from './paper.module.css';

export function Paper({ label, children }: { label: string; children: ReactNode }) {
  return (
    <article className={styles.paper} aria-label={label} dir="auto">
      {children}
    </article>
  );
}
