/** One step of a plan on its line: when, what, why, how it stands, and what can be done. */
import type { FollowUp } from '../api/shapes.js';
import { SpineItem } from '../look/spine.js';
import { Day } from '../time/day.js';
import { TwoClocks } from '../time/two-clocks.js';
import { HELD, STATE, TITLE, WRITTEN_DOWN } from './follow-up.words.js';
import { markOf } from './mark.policy.js';
import styles from './step-entry.module.css';
import { StepVerbs } from './step-verbs.js';
import type { Whom } from './whom.policy.js';

/** What is foretold has no id yet, and no verbs. */
interface Shown extends Pick<FollowUp, 'kind' | 'audience' | 'state' | 'heldWhy' | 'why' | 'dueAt'> {
  id: string | null;
  sentAt?: string | null;
  updatedAt?: string;
}

interface Props {
  step: Shown;
  whom: Whom;
  /** What is over shows its day alone. */
  isOver?: boolean;
  /** What it is about, where that is not the page. */
  about?: string | undefined;
  isFarBack?: boolean;
}

export function StepEntry({ step, whom: { name, timezone }, isOver = false, about, isFarBack = false }: Props) {
  const { id, kind, audience, state, heldWhy, why, dueAt, sentAt, updatedAt = dueAt } = step;
  const at = sentAt ?? (isOver ? updatedAt : dueAt);
  return (
    <SpineItem
      mark={markOf(step)}
      isFarBack={isFarBack}
      time={isOver ? <Day at={at} /> : <TwoClocks at={at} theirs={audience === 'contact' ? timezone : null} />}
    >
      <h2>{TITLE[kind](name)}</h2>
      {about === undefined ? null : <p className={styles.why}>{about}</p>}
      <p className={styles.why}>{why}</p>
      <p className={styles.state}>{heldWhy === null ? STATE[audience][state] : HELD[heldWhy]}</p>
      {id === null ? (
        <p className={styles.soon}>{WRITTEN_DOWN}</p>
      ) : (
        <StepVerbs
          step={{ ...step, id }}
          of={about === undefined ? TITLE[kind](name) : `${TITLE[kind](name)}, ${about}`}
          timezone={timezone}
        />
      )}
    </SpineItem>
  );
}
