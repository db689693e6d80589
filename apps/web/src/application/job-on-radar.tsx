/** How the job stands: where it is watched, since when it is gone, and why it counts as open again. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../paths.js';
import { Day } from '../time/day.js';
import { Evidence } from '../vacancy/evidence.js';
import { sinceOf } from '../vacancy/since.policy.js';
import { vacancyQuery } from '../vacancy/vacancy.queries.js';
import { boardName, LAST_SEEN, NEVER_SEEN, NOT_SEEN_YET, STATUS_SINCE, WATCHED_ON } from '../vacancy/vacancy.words.js';
import styles from './application.module.css';

export function JobOnRadar({ vacancyId }: { vacancyId: string }) {
  const { data: vacancy } = useSuspenseQuery(vacancyQuery(vacancyId));
  const { status, watch, reopening, observedAt } = vacancy;
  const since = sinceOf(vacancy);
  const isUnseen = observedAt === null && watch?.lastSeenAt === null;
  // Of what nobody ever looked at nothing is known.
  if (watch === null && observedAt === null) return null;
  return (
    <div className={styles.radar}>
      <p>
        <strong>
          {isUnseen ? NOT_SEEN_YET : STATUS_SINCE[status]} {since === null ? null : <Day at={since} />}
        </strong>
      </p>
      {watch === null ? null : (
        <>
          <p>
            {WATCHED_ON} <Link to={paths.board(watch.boardId)}>{boardName(watch)}</Link>
          </p>
          {watch.neverSeen ? <p>{NEVER_SEEN}</p> : null}
          {watch.lastSeenAt === null ? null : (
            <p>
              {LAST_SEEN} <Day at={watch.lastSeenAt} />
            </p>
          )}
        </>
      )}
      {status === 'reopened' && reopening !== null ? <Evidence vacancy={vacancy} reopening={reopening} /> : null}
    </div>
  );
}
