/** What holds, over what it holds for, and what can be done about it. */
import type { ReactNode } from 'react';
import styles from './quiet-line.module.css';

export function QuietLine({ children }: { children: ReactNode }) {
  return <p className={styles.line}>{children}</p>;
}
