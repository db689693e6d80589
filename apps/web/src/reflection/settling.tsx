/** Looked back, or left aside for good; what takes that back; and whether what is typed has arrived. */
import { Link } from '@tanstack/react-router';
import { isProblem, sentenceOf } from '../api/problems.js';
import type { Reflection } from '../api/shapes.js';
import { Button, buttonLook } from '../look/button.js';
import { useKeptFocus } from '../look/use-kept-focus.js';
import { paths } from '../paths.js';
import { useSettle } from './reflection.queries.js';
import styles from './reflection.module.css';
import {
  AS_LEFT,
  LOOK_BACK,
  NOT_SAVED,
  SAVED,
  SAVED_AS_TYPED,
  SETTLE,
  SKIP,
  TO_APPLICATION,
  TRY_AGAIN,
  UNDO,
  WRITING,
} from './reflection.words.js';

interface Props {
  reflection: Pick<Reflection, 'applicationId' | 'lookedBackAt' | 'skippedAt'>;
  /** What is typed goes before what is pressed. */
  save(): Promise<void>;
  isUnsaved: boolean;
  hasSaved: boolean;
  isAsLeft: boolean;
  error: unknown;
}

export function Settling({ reflection, save, isUnsaved, hasSaved, isAsLeft, error }: Props) {
  const { applicationId, lookedBackAt, skippedAt } = reflection;
  const settle = useSettle(applicationId);
  const focus = useKeptFocus();
  const say = async (body: Parameters<typeof settle.mutate>[0]) => {
    await save();
    settle.mutate(body);
  };
  const undo = lookedBackAt === null ? { skipped: false } : { lookedBack: false };
  const problem = error ?? settle.error;
  const state = isUnsaved ? WRITING : hasSaved ? SAVED : isAsLeft ? AS_LEFT : SAVED_AS_TYPED;
  return (
    <div className={styles.bar} {...focus}>
      <div className={styles.verbs} role="group" aria-label={SETTLE}>
        {lookedBackAt === null && skippedAt === null ? (
          <>
            <Button
              weight="filled"
              shortcut="d"
              disabled={settle.isPending}
              onClick={() => void say({ lookedBack: true })}
            >
              {LOOK_BACK}
            </Button>
            <Button weight="quiet" disabled={settle.isPending} onClick={() => void say({ skipped: true })}>
              {SKIP}
            </Button>
          </>
        ) : (
          <Button shortcut="z" disabled={settle.isPending} onClick={() => settle.mutate(undo)}>
            {UNDO}
          </Button>
        )}
        <Link to={paths.application(applicationId)} {...buttonLook('quiet')}>
          {TO_APPLICATION}
        </Link>
      </div>
      {problem === null ? (
        <p className={styles.state}>{state}</p>
      ) : (
        <p role="alert" className={styles.state}>
          {isProblem(problem) ? sentenceOf(problem) : NOT_SAVED}{' '}
          <Button onClick={() => void save()}>{TRY_AGAIN}</Button>
        </p>
      )}
    </div>
  );
}
