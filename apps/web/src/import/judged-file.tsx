/** What a file would do, before anything is done: a sentence, the one press, and its rows. */
import type { ImportDryRun } from '../api/shapes.js';
import { Button } from '../look/button.js';
import { Day } from '../time/day.js';
import styles from './import.module.css';
import {
  andMore,
  APPLIED,
  COMPANY,
  IS_NEW,
  IS_THERE,
  JOB,
  judged,
  NOTHING_NEW,
  PROBLEMS,
  record,
  ROW,
  STANDS,
  WHY,
  WOULD_BE,
} from './import.words.js';

interface Props {
  name: string;
  found: ImportDryRun;
  isPending: boolean;
  onRecord(): void;
}

export function JudgedFile({ name, found, isPending, onRecord }: Props) {
  const { created, unchanged, applications, problems, problemCount } = found;
  const more = created + unchanged - applications.length;
  return (
    <div className={styles.part}>
      <p role="status" className={styles.sentence}>
        {judged(found, name)}
      </p>
      <div className={styles.verbs}>
        {created > 0 ? (
          <Button weight="filled" disabled={isPending} onClick={onRecord}>
            {record(created)}
          </Button>
        ) : unchanged > 0 ? (
          <p>{NOTHING_NEW}</p>
        ) : null}
      </div>
      {problems.length === 0 ? null : (
        <div className={styles.wide} role="region" aria-label={PROBLEMS} tabIndex={0}>
          <table className={styles.table}>
            <caption>{PROBLEMS}</caption>
            <thead>
              <tr>
                <th scope="col">{ROW}</th>
                <th scope="col">{WHY}</th>
              </tr>
            </thead>
            <tbody>
              {problems.map(({ row, column, detail }) => (
                <tr key={`${row} ${column}`}>
                  <td>{row}</td>
                  <td data-say>{detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {problemCount > problems.length ? <p>{andMore(problemCount - problems.length)}</p> : null}
        </div>
      )}
      {applications.length === 0 ? null : (
        <div className={styles.wide} role="region" aria-label={WOULD_BE} tabIndex={0}>
          <table className={styles.table}>
            <caption>{WOULD_BE}</caption>
            <thead>
              <tr>
                {[COMPANY, JOB, APPLIED, STANDS].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {applications.map(({ companyName, title, appliedAt, isThere }, at) => (
                <tr key={at}>
                  <td data-say>{companyName}</td>
                  <td data-say>{title}</td>
                  <td>
                    <Day at={appliedAt} />
                  </td>
                  <td className={isThere ? styles.quiet : undefined}>{isThere ? IS_THERE : IS_NEW}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {more > 0 ? <p>{andMore(more)}</p> : null}
        </div>
      )}
    </div>
  );
}
