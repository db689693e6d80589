/** When a board was read, and when it is read next. */
import type { Board } from '../api/shapes.js';
import { dayAndTime } from '../time/moments.policy.js';
import { useYours } from '../time/yours.js';
import { NEXT_AT, NOT_READ_YET, READ_ON, TRIED_ON } from './radar.words.js';
import styles from './radar.module.css';

type Read = Pick<Board, 'lastSweepAt' | 'nextSweepAt' | 'sweeping' | 'why'>;

export function BoardTimes({ board: { lastSweepAt, nextSweepAt, sweeping, why } }: { board: Read }) {
  return (
    <>
      <span className={styles.state}>
        {lastSweepAt === null ? (
          NOT_READ_YET
        ) : (
          <>
            {why === null ? READ_ON : TRIED_ON} <Moment at={lastSweepAt} />
          </>
        )}
      </span>
      {nextSweepAt === null || sweeping ? null : (
        <span className={styles.quiet}>
          {NEXT_AT} <Moment at={nextSweepAt} />
        </span>
      )}
    </>
  );
}

export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{dayAndTime(new Date(at), useYours())}</time>;
}
