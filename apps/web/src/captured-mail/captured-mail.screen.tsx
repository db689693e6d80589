import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonLook } from '../look/button.js';
import { Row } from '../look/list.js';
import { Opening } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { titleLook } from '../look/title-look.js';
import { paths } from '../paths.js';
import { TwoClocks } from '../time/two-clocks.js';
import { capturedMailQuery } from './captured-mail.queries.js';
import styles from './captured-mail.module.css';
import { HEADING, more, NO_SUBJECT, NONE, NONE_WAY_ON, OPENING, toWhom } from './captured-mail.words.js';

export default function CapturedMailScreen() {
  useTitle(HEADING);
  const { data: mails } = useSuspenseQuery(capturedMailQuery);
  const { data, total } = mails;
  return (
    <>
      <Opening over={HEADING}>{data.length === 0 ? NONE : OPENING}</Opening>
      {data.length === 0 ? (
        <Link to={paths.today()} {...buttonLook('filled')}>
          {NONE_WAY_ON}
        </Link>
      ) : null}
      <ul className={styles.list}>
        {data.map(({ id, subject, to, date }) => (
          <Row
            key={id}
            level="h2"
            title={
              <Link to={paths.capturedLetter(id)} {...titleLook()}>
                {subject || NO_SUBJECT}
              </Link>
            }
            reason={toWhom(to)}
            times={date === null ? null : <TwoClocks at={date} theirs={null} />}
          />
        ))}
      </ul>
      {total > data.length ? <p>{more(data.length, total)}</p> : null}
    </>
  );
}
