/** What goes over, what is filled, what stops: before the press. */
import { isProblem, sentenceOf } from '../api/problems.js';
import type { Contact, Preview, Problem } from '../api/shapes.js';
import { moveSentence, startSentence, stopSentence } from '../follow-up/follows.words.js';
import { useYours } from '../time/yours.js';
import { joined } from './merge.policy.js';
import styles from './merge.module.css';
import {
  allGoesOver,
  CLOSES,
  filledSentence,
  FOLLOWS,
  FOR_A_WHILE,
  NOT_TOLD,
  NOT_YET,
  NOTHING_STOPS,
  otherAddressSentence,
} from './merge.words.js';

interface Props {
  stays: Contact | undefined;
  from: Contact | null;
  preview: Preview | undefined;
  untold: Problem | null;
}

export function WhatIsJoined({ stays, from, preview, untold }: Props) {
  const yours = useYours();
  return (
    <section className={styles.follows} aria-label={FOLLOWS}>
      <h2 className={styles.heading}>{FOLLOWS}</h2>
      <div aria-live="polite">
        {stays === undefined || from === null ? (
          <p className={styles.quiet}>{NOT_YET}</p>
        ) : isProblem(untold) && untold.status < 500 ? (
          <p className={styles.sentence}>{sentenceOf(untold)}</p>
        ) : (
          <ul className={styles.steps}>
            {[
              ...ofEntries(stays, from),
              ...(preview === undefined ? [] : ofPlan(preview)),
              ...(untold !== null ? [NOT_TOLD] : [FOR_A_WHILE]),
            ].map((sentence) => (
              <li key={sentence} className={styles.sentence}>
                {sentence}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );

  function ofPlan({ starts, stops, moves }: Preview): string[] {
    const sentences = [
      ...stops.map(stopSentence),
      ...moves.map((step) => moveSentence(step, yours)),
      ...starts.filter(({ state }) => state !== 'skipped').map((step) => startSentence(step, yours)),
    ];
    return sentences.length === 0 ? [NOTHING_STOPS] : [...new Set(sentences)];
  }
}

function ofEntries(stays: Contact, from: Contact): string[] {
  const { filled, otherAddress, closes } = joined(stays, from);
  return [
    allGoesOver(from.name, stays.name),
    ...(filled.length === 0 ? [] : [filledSentence(filled)]),
    ...(otherAddress === null ? [] : [otherAddressSentence(otherAddress)]),
    ...(closes ? [CLOSES] : []),
  ];
}
