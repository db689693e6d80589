/** The last readings of a board, the newest first. */
import type { BoardWithSweeps } from '../../api/shapes.js';
import { Group } from '../../look/list.js';
import { momentsIn } from '../../time/moments-in.policy.js';
import { useYours } from '../../time/yours.js';
import { Moment } from '../board-times.js';
import styles from '../radar.module.css';
import { NO_READINGS, OUTCOME, READINGS, shown } from './board.words.js';

export function Readings({ sweeps }: Pick<BoardWithSweeps, 'sweeps'>) {
  const yours = useYours();
  return (
    <div className={styles.group}>
      <Group heading={READINGS}>
        {sweeps.map(({ at, outcome, postings, why }) => (
          <li key={at} className={styles.reading}>
            <Moment at={at} />
            <div>
              <p>
                {OUTCOME[outcome]}
                {postings === null ? null : `: ${shown(postings)}`}
              </p>
              {why === null ? null : <p className={styles.quiet}>{momentsIn(why, yours)}</p>}
            </div>
          </li>
        ))}
        {sweeps.length === 0 ? <li className={styles.none}>{NO_READINGS}</li> : null}
      </Group>
    </div>
  );
}
