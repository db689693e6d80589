/** The letter to the same person: how it begins, when it would go, and what can be done with it. */
import { useQuery } from '@tanstack/react-query';
import type { LetterOfVacancy } from '../api/shapes.js';
import { followUpQuery } from '../follow-up/follow-up.queries.js';
import { HELD, STATE, TITLE } from '../follow-up/follow-up.words.js';
import { StepVerbs } from '../follow-up/step-verbs.js';
import { TwoClocks } from '../time/two-clocks.js';
import { firstLines } from './radar.policy.js';
import styles from './radar.module.css';
import { DRAFT, ELLIPSIS, PLANNED_FOR } from './radar.words.js';

interface Props {
  letter: LetterOfVacancy;
  /** The job that it is about. */
  of: string;
  /** The one thing to do on the page. */
  isFirst: boolean;
}

export function DoorLetter({ letter, of, isFirst }: Props) {
  const { data: pressed } = useQuery({ ...followUpQuery(letter.id), enabled: false });
  const { id, kind, state, audience, heldWhy, why, dueAt, sentAt, body } =
    pressed !== undefined && pressed.updatedAt > letter.updatedAt ? pressed : letter;
  const { contact } = letter;
  const title = TITLE[kind](contact?.name ?? null);
  const { lines, hasMore } = firstLines(body);
  const isOver = state === 'cancelled' || state === 'skipped';
  return (
    <div className={styles.letter}>
      <div>
        <p>{title}</p>
        <p className={styles.quiet}>{why}</p>
      </div>
      <div>
        <span className={styles.state}>
          {state === 'draft' ? PLANNED_FOR : heldWhy === null ? STATE.contact[state] : HELD[heldWhy]}
        </span>
        {isOver ? null : <TwoClocks at={sentAt ?? dueAt} theirs={contact?.timezone ?? null} />}
      </div>
      {isOver ? null : (
        <blockquote className={styles.beginning} aria-label={DRAFT} dir="auto">
          {lines.map((line, index) => (
            <p key={index}>
              {line}
              {hasMore && index === lines.length - 1 ? ELLIPSIS : null}
            </p>
          ))}
        </blockquote>
      )}
      <div className={styles.verbs}>
        <StepVerbs
          step={{ id, kind, state, audience }}
          of={`${title}, ${of}`}
          timezone={contact?.timezone ?? null}
          isFirst={isFirst}
        />
      </div>
    </div>
  );
}
