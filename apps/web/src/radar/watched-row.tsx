import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { INVENTED } from '../api/invented.words.js';
import type { Vacancy } from '../api/shapes.js';
import { Row } from '../look/list.js';
import { titleLook } from '../look/title-look.js';
import { paths } from '../paths.js';
import { Day } from '../time/day.js';
import { boardName, LAST_SEEN, NEVER_SEEN, NOT_SEEN_YET, STATUS_SINCE } from '../vacancy/vacancy.words.js';
import { sinceOf } from '../vacancy/since.policy.js';
import styles from './radar.module.css';

/** One row more leaves the others as they are. */
export const WatchedRow = memo(function WatchedRow({ vacancy }: { vacancy: Vacancy }) {
  const { title, companyName, applications, watch, status, observedAt, sample } = vacancy;
  const [application] = applications;
  const since = sinceOf(vacancy);
  // Taken to be open until it is looked for: nobody has seen it so.
  const isUnseen = observedAt === null && watch?.lastSeenAt === null;
  return (
    <Row
      title={
        application === undefined ? (
          title
        ) : (
          <Link to={paths.application(application.id)} {...titleLook()}>
            {title}
          </Link>
        )
      }
      mark={sample ? INVENTED : undefined}
      reason={
        <>
          <p>
            {companyName}
            {watch === null ? null : (
              <>
                {' · '}
                <Link to={paths.board(watch.boardId)}>{boardName(watch)}</Link>
              </>
            )}
          </p>
          {watch?.neverSeen === true ? <p>{NEVER_SEEN}</p> : null}
        </>
      }
      times={
        <>
          <span className={styles.state}>
            {isUnseen ? NOT_SEEN_YET : STATUS_SINCE[status]} {since === null ? null : <Day at={since} />}
          </span>
          {watch === null ? null : (
            <span className={styles.quiet}>
              {watch.lastSeenAt === null ? null : (
                <>
                  {LAST_SEEN} <Day at={watch.lastSeenAt} />
                </>
              )}
            </span>
          )}
        </>
      }
    />
  );
});
