/** The letter as a mail to oneself, and what became of the last one. */
import { sentenceOf } from '../api/problems.js';
import type { Letter } from '../api/shapes.js';
import { Button } from '../look/button.js';
import { dayAndTime } from '../time/moments.policy.js';
import { useYours } from '../time/yours.js';
import { useTest } from './letter.queries.js';
import styles from './letter.module.css';
import { TEST, tested } from './letter.words.js';

export function ToMeFirst({ letter: { followUpId, lastTest } }: { letter: Pick<Letter, 'followUpId' | 'lastTest'> }) {
  const yours = useYours();
  const ask = useTest(followUpId);
  const isUnderway = lastTest?.state === 'waiting' || lastTest?.state === 'sending';
  return (
    <div className={styles.test}>
      <Button disabled={ask.isPending || isUnderway} onClick={() => ask.mutate()}>
        {TEST}
      </Button>
      <p role="status" className={styles.quiet}>
        {lastTest === null ? null : tested(lastTest, dayAndTime(new Date(lastTest.endedAt ?? lastTest.askedAt), yours))}
      </p>
      {ask.error === null ? null : <p role="alert">{sentenceOf(ask.error)}</p>}
    </div>
  );
}
