/** What people say: the sentence that opens a page, their words, one's own. The tool speaks in the other face. */
import type { ReactNode } from 'react';
import styles from './said.module.css';

export function Opening({ over, children }: { over?: ReactNode; children: ReactNode }) {
  return (
    <header className={styles.head}>
      {over === undefined ? null : <p className={styles.over}>{over}</p>}
      <h1 className={styles.opening}>{children}</h1>
    </header>
  );
}

/** Word for word, whatever was pasted. */
export function Words({ children }: { children: string }) {
  return (
    <blockquote className={styles.words} dir="auto">
      {children}
    </blockquote>
  );
}
