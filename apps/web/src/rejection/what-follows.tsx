/** The plan that would follow, in words and moments, from the command itself. */
import type { Preview } from '../api/shapes.js';
import { TwoClocks } from '../time/two-clocks.js';
import { useYours } from '../time/yours.js';
import { moveSentence, startSentence, stopSentence } from '../follow-up/follows.words.js';
import { FOLLOWS, LATER, NOT_TOLD, NOT_YET, NOTHING_FOLLOWS } from './rejection.words.js';
import styles from './rejection.module.css';

interface Props {
  preview: Preview | undefined;
  /** Enough is said to ask for it. */
  isAsked: boolean;
  isSilent: boolean;
}

export function WhatFollows({ preview, isAsked, isSilent }: Props) {
  return (
    <section className={styles.follows} aria-label={FOLLOWS}>
      <h2 className={styles.heading}>{FOLLOWS}</h2>
      <div aria-live="polite">
        {isAsked ? null : <p className={styles.quiet}>{NOT_YET}</p>}
        {isAsked && isSilent ? <p className={styles.quiet}>{NOT_TOLD}</p> : null}
        {isAsked && preview !== undefined ? <Steps preview={preview} /> : null}
      </div>
    </section>
  );
}

function Steps({ preview: { starts, stops, moves, notices } }: { preview: Preview }) {
  const yours = useYours();
  if (starts.length + stops.length + moves.length + notices.length === 0) return <p>{NOTHING_FOLLOWS}</p>;
  return (
    <>
      <ul className={styles.steps}>
        {starts.map((step, index) => (
          <li key={index}>
            <p className={styles.sentence}>{startSentence(step, yours)}</p>
            <p className={styles.quiet}>
              {step.state === 'skipped' || step.audience === 'candidate' ? null : (
                <TwoClocks at={step.dueAt} theirs={step.contact?.timezone ?? null} />
              )}
              {step.why}
            </p>
          </li>
        ))}
        {stops.map((step) => (
          <li key={step.id}>
            <p className={styles.sentence}>{stopSentence(step)}</p>
            <p className={styles.quiet}>{step.why}</p>
          </li>
        ))}
        {moves.map((step) => (
          <li key={step.id}>
            <p className={styles.sentence}>{moveSentence(step, yours)}</p>
            <p className={styles.quiet}>{step.why}</p>
          </li>
        ))}
      </ul>
      {notices.map(({ code, text }) => (
        <p key={code}>{text}</p>
      ))}
      <p className={styles.quiet}>{LATER}</p>
    </>
  );
}
