/** A reading that somebody asks for: it is said while it is under way, and what came of it. */
import { useState } from 'react';
import { sentenceOf } from '../api/problems.js';
import type { Board } from '../api/shapes.js';
import { Button } from '../look/button.js';
import { momentsIn } from '../time/moments-in.policy.js';
import { useYours } from '../time/yours.js';
import { readingOf } from './radar.policy.js';
import { useSweep } from './radar.queries.js';
import { BEING_READ, readNow, SWEEP_NOW, sweepOf } from './radar.words.js';
import styles from './radar.module.css';

interface Props {
  board: Pick<Board, 'id' | 'sweeping' | 'lastSweepAt' | 'openPostings' | 'why'>;
  /** Where others have the same verb. */
  of?: string;
}

export function SweepNow({ board, of }: Props) {
  const yours = useYours();
  const sweep = useSweep(board.id);
  const [before, setBefore] = useState<string | null>();
  const reading = readingOf(board, before);
  const isUnderWay = reading === 'under_way';
  const said = { under_way: BEING_READ, read: board.why === null ? readNow(board.openPostings) : null };
  const ask = () => sweep.mutate(undefined, { onSuccess: ({ lastSweepAt }) => setBefore(lastSweepAt) });
  return (
    <div className={styles.sweep}>
      <Button
        aria-label={of === undefined ? undefined : sweepOf(of)}
        disabled={isUnderWay || sweep.isPending}
        onClick={ask}
      >
        {SWEEP_NOW}
      </Button>
      <p role="status" className={styles.quiet}>
        {reading === null ? null : said[reading]}
      </p>
      {sweep.error === null ? null : <p role="alert">{momentsIn(sentenceOf(sweep.error), yours)}</p>}
    </div>
  );
}
