/** In place of an application that is removed: that it is, and the way back. */
import { useEffect, useRef } from 'react';
import { sentenceOf } from '../api/problems.js';
import type { Application } from '../api/shapes.js';
import { Button } from '../look/button.js';
import { Opening } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { day } from '../time/moments.policy.js';
import { useYours } from '../time/yours.js';
import styles from './application.module.css';
import { at } from './application.words.js';
import { useBringBack } from './removal.queries.js';
import { BRING_BACK, FOR_A_WHILE, IS_REMOVED, removedOn } from './removal.words.js';

interface Props {
  application: Pick<Application, 'id' | 'title' | 'companyName'>;
  /** ISO 8601. */
  removedAt: string;
}

export function Removed({ application: { id, title, companyName }, removedAt }: Props) {
  const name = at(title, companyName);
  useTitle(name);
  const yours = useYours();
  const bringBack = useBringBack(id);
  const verb = useRef<HTMLButtonElement>(null);
  // Whoever removed it just now stands where the verb was.
  useEffect(() => {
    if (document.activeElement === document.body) verb.current?.focus();
  }, []);
  return (
    <>
      <Opening over={name}>{IS_REMOVED}</Opening>
      <div className={styles.removed}>
        <p>{removedOn(day(new Date(removedAt), yours))}</p>
        <p>{FOR_A_WHILE}</p>
        <Button ref={verb} weight="filled" disabled={bringBack.isPending} onClick={() => bringBack.mutate()}>
          {BRING_BACK}
        </Button>
        {bringBack.error === null ? null : <p role="alert">{sentenceOf(bringBack.error)}</p>}
      </div>
    </>
  );
}
