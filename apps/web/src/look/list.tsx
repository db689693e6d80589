/** Rows under a heading: one column to read, one for times, one for the verb. Hairlines and room, no boxes. */
import { type ReactNode, useId } from 'react';
import styles from './list.module.css';

export function Group({ heading, children }: { heading: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 className={styles.heading} id={id}>
        {heading}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

interface RowProps {
  /** Of its title: below the heading of its group, or below the page's own. */
  level?: 'h2' | 'h3';
  /** Who or what. */
  title: ReactNode;
  /** What holds of the whole of it, beside its title. */
  mark?: string | undefined;
  /** What marks it, beside others. */
  pick?: ReactNode;
  /** Why it is here. */
  reason?: ReactNode;
  times?: ReactNode;
  verbs?: ReactNode;
  /** More than is wanted on paper. */
  isBeyond?: boolean;
  /** Several verbs stand below what is read, one beside it. */
  hasSeveralVerbs?: boolean;
}

export function Row({
  level: Title = 'h3',
  title,
  mark,
  pick,
  reason,
  times,
  verbs,
  isBeyond = false,
  hasSeveralVerbs = false,
}: RowProps) {
  return (
    <li
      className={styles.row}
      data-row
      data-beyond={isBeyond || undefined}
      data-picks={pick === undefined ? undefined : true}
      data-verbs={hasSeveralVerbs ? 'below' : 'beside'}
    >
      <div className={styles.read}>
        <div className={styles.head}>
          <Title>{title}</Title>
          {mark === undefined ? null : <p className={styles.mark}>{mark}</p>}
        </div>
        {reason === undefined ? null : <div className={styles.reason}>{reason}</div>}
      </div>
      {pick === undefined ? null : <div className={styles.pick}>{pick}</div>}
      <div className={styles.times}>{times}</div>
      <div className={styles.verbs}>{verbs}</div>
    </li>
  );
}
