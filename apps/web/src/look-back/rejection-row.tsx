import { Link } from '@tanstack/react-router';
import { INVENTED } from '../api/invented.words.js';
import type { ListedRejection } from '../api/shapes.js';
import { at } from '../application/application.words.js';
import { buttonLook } from '../look/button.js';
import { Row } from '../look/list.js';
import { titleLook } from '../look/title-look.js';
import { paths } from '../paths.js';
import { gist } from '../reflection/gist.policy.js';
import { REASONS } from '../rejection/rejection.words.js';
import { Day } from '../time/day.js';
import { day } from '../time/moments.policy.js';
import { useYours } from '../time/yours.js';
import styles from './look-back.module.css';
import {
  BEGUN,
  FURTHEST,
  LEFT_ASIDE,
  LOOK,
  LOOKED_BACK,
  lower,
  MINE,
  NOT_YET,
  ON,
  READ,
  THEIRS,
  verbOf,
  WOULD_CHANGE,
} from './look-back.words.js';

export function RejectionRow({ rejection, level = 'h3' }: { rejection: ListedRejection; level?: 'h2' | 'h3' }) {
  const { applicationId, title, companyName, sample, receivedAt, furthestStage, reason, reflection } = rejection;
  const yours = useYours();
  const mine = reflection?.reason.category ?? null;
  const told = [
    FURTHEST[furthestStage],
    reason.category === null ? null : THEIRS(lower(REASONS[reason.category])),
    mine === null ? null : MINE(lower(REASONS[mine])),
  ];
  const isOver = reflection !== null && (reflection.lookedBackAt !== null || reflection.skippedAt !== null);
  const verb = isOver ? READ : LOOK;
  const job = at(title, companyName);
  return (
    <Row
      level={level}
      title={
        <Link to={paths.lookBackOn(applicationId)} {...titleLook()}>
          {job}
        </Link>
      }
      mark={sample ? INVENTED : undefined}
      reason={
        <>
          <p>{told.filter((part) => part !== null).join(' · ')}</p>
          {reflection === null || reflection.wouldChange === null ? null : (
            <p className={styles.change} dir="auto">
              {WOULD_CHANGE(gist(reflection.wouldChange))}
            </p>
          )}
        </>
      }
      times={
        <>
          <span className={styles.line}>
            {ON} <Day at={receivedAt} />
          </span>
          <span className={styles.line}>{standing(reflection, (moment) => day(new Date(moment), yours))}</span>
        </>
      }
      verbs={
        <Link to={paths.lookBackOn(applicationId)} aria-label={verbOf(verb, job)} {...buttonLook()}>
          {verb}
        </Link>
      }
    />
  );
}

function standing(reflection: ListedRejection['reflection'], dayOf: (moment: string) => string): string {
  if (reflection === null) return NOT_YET;
  if (reflection.lookedBackAt !== null) return LOOKED_BACK(dayOf(reflection.lookedBackAt));
  return reflection.skippedAt === null ? BEGUN : LEFT_ASIDE;
}
