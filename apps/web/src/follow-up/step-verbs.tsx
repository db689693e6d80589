/** The verbs of a step as words in their place, what takes the last one back, and what the API answered where it refused one. */
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { sentenceOf } from '../api/problems.js';
import type { FollowUp } from '../api/shapes.js';
import { Button, buttonLook } from '../look/button.js';
import { paths } from '../paths.js';
import { usePress } from './follow-up.queries.js';
import { type Asking, asksFirst, INVERSE, pressesOf, verbsOf } from './follow-up.verbs.js';
import { DONE, PRESSED, UNDO, VERB } from './follow-up.words.js';
import { Asks } from './asks.js';
import { Later } from './later.js';
import styles from './step-verbs.module.css';

interface Props {
  step: Pick<FollowUp, 'id' | 'kind' | 'state' | 'audience'>;
  /** Whose morning it goes in (IANA); null where it is nobody else's, or not known. */
  timezone: string | null;
  /** Where it is read already, and the first verb is the one thing to do. */
  isOnItsPage?: boolean;
  /** The one thing to do on a page of several. */
  isFirst?: boolean;
}

export function StepVerbs({ step, timezone, isOnItsPage = false, isFirst = false }: Props) {
  const { id, kind, audience, state } = step;
  const press = usePress(id);
  const [isMoved, setMoved] = useState(false);
  const [asked, setAsked] = useState<Asking | null>(null);
  const wasElsewhere = useRef(false);
  const verbs = useRef<HTMLDivElement>(null);
  const inverse = press.isSuccess ? INVERSE[press.variables] : null;
  // What was pressed is gone: whoever came by keyboard goes on from what stands in its place.
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (isLost && (press.isSuccess || wasElsewhere.current)) verbs.current?.querySelector('button')?.focus();
    wasElsewhere.current = isMoved || asked !== null;
  }, [press.isSuccess, state, isMoved, asked]);
  if (isMoved) return <Later step={step} timezone={timezone} onDone={() => setMoved(false)} />;
  if (asked !== null) {
    const leave = () => setAsked(null);
    return <Asks verb={asked} onYes={() => press.mutate(asked, { onSettled: leave })} onLeave={leave} />;
  }
  const isReadElsewhere = audience === 'contact' && !isOnItsPage;
  return (
    <>
      <p role="status" className={styles.pressed}>
        {press.isSuccess ? PRESSED[press.variables] : null}
      </p>
      <div className={styles.verbs} ref={verbs}>
        {inverse === null ? null : <Button onClick={() => press.mutate(inverse)}>{UNDO}</Button>}
        {isReadElsewhere ? (
          <Link to={paths.letter(id)} {...buttonLook(isFirst ? 'filled' : 'word')}>
            {VERB.read}
          </Link>
        ) : null}
        {pressesOf(step)
          .filter((verb) => verb !== inverse && (isOnItsPage || verb !== 'send_now'))
          .map((verb, index) => (
            <Button
              key={verb}
              weight={
                index === 0 && inverse === null && (isOnItsPage || (isFirst && !isReadElsewhere)) ? 'filled' : 'word'
              }
              onClick={() => (asksFirst(verb) ? setAsked(verb) : press.mutate(verb))}
              disabled={press.isPending}
            >
              {verb === 'done' ? (DONE[kind] ?? VERB.done) : VERB[verb]}
            </Button>
          ))}
        {verbsOf(step).includes('later') ? <Button onClick={() => setMoved(true)}>{VERB.later}</Button> : null}
      </div>
      {press.error === null ? null : <p role="alert">{sentenceOf(press.error)}</p>}
    </>
  );
}
