/** A job that is there again: whose it was, what was seen, and the letters about it. */
import { Link } from '@tanstack/react-router';
import { INVENTED } from '../api/invented.words.js';
import type { Vacancy } from '../api/shapes.js';
import { at, STAGE } from '../application/application.words.js';
import { titleLook } from '../look/title-look.js';
import { paths } from '../paths.js';
import { Evidence } from '../vacancy/evidence.js';
import { boardName, WATCHED_ON } from '../vacancy/vacancy.words.js';
import { DoorLetter } from './door-letter.js';
import { NO_LETTER } from './radar.words.js';
import styles from './radar.module.css';

interface Props {
  vacancy: Vacancy;
  /** The letter that is the one thing to do on the page. */
  firstId: string | null;
}

export function Door({ vacancy, firstId }: Props) {
  const { title, companyName, applications, watch, reopening, letters, sample } = vacancy;
  const name = at(title, companyName);
  const [application] = applications;
  return (
    <li className={styles.door} data-row>
      <div>
        <div className={styles.head}>
          <h3>
            {application === undefined ? (
              name
            ) : (
              <Link to={paths.application(application.id)} {...titleLook()}>
                {name}
              </Link>
            )}
          </h3>
          {sample ? <p className={styles.quiet}>{INVENTED}</p> : null}
        </div>
        <p className={styles.quiet}>
          {application === undefined ? null : STAGE[application.stage]}
          {application === undefined || watch === null ? null : ' · '}
          {watch === null ? null : (
            <>
              {WATCHED_ON} <Link to={paths.board(watch.boardId)}>{boardName(watch)}</Link>
            </>
          )}
        </p>
      </div>
      {reopening === null ? null : <Evidence vacancy={vacancy} reopening={reopening} />}
      {letters.map((letter) => (
        <DoorLetter key={letter.id} letter={letter} of={name} isFirst={letter.id === firstId} />
      ))}
      {letters.length === 0 ? <p className={styles.quiet}>{NO_LETTER}</p> : null}
    </li>
  );
}
