/** One import: how far it is, what became of it, and what ends it or takes it back. */
import { sentenceOf } from '../api/problems.js';
import type { Import } from '../api/shapes.js';
import { Button } from '../look/button.js';
import { Row } from '../look/list.js';
import { useKeptFocus } from '../look/use-kept-focus.js';
import { day } from '../time/moments.policy.js';
import { useYours } from '../time/yours.js';
import { useEnding } from './import.queries.js';
import styles from './import.module.css';
import { outcome, PROGRESS, STOP, stopOf, UNDO, undoOf } from './import.words.js';

const ENDED = new Set<Import['state']>(['done', 'stopped', 'failed']);

export function ImportRow({ one }: { one: Import }) {
  const { id, state, created, removed, applications, done, createdAt } = one;
  const { stop, undo } = useEnding(id);
  const focus = useKeptFocus();
  const on = day(new Date(createdAt), useYours());
  const problem = stop.error ?? undo.error;
  const isOpen = state === 'waiting' || state === 'running';
  const share = isOpen ? { max: applications ?? 1, value: done } : { max: created, value: removed };
  return (
    <Row
      title={on}
      reason={
        <>
          <p>{outcome(one)}</p>
          {isOpen || state === 'undoing' ? <progress className={styles.bar} aria-label={PROGRESS} {...share} /> : null}
          {problem === null ? null : <p role="alert">{sentenceOf(problem)}</p>}
        </>
      }
      verbs={
        <div {...focus}>
          {isOpen ? (
            <Button weight="quiet" disabled={stop.isPending} aria-label={stopOf(on)} onClick={() => stop.mutate()}>
              {STOP}
            </Button>
          ) : ENDED.has(state) && created > 0 ? (
            <Button weight="quiet" disabled={undo.isPending} aria-label={undoOf(on)} onClick={() => undo.mutate()}>
              {UNDO}
            </Button>
          ) : null}
        </div>
      }
    />
  );
}
