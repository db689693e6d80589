import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Paper } from '../look/paper.js';
import { Opening } from '../look/said.js';
import { Facts, Fact } from '../look/facts.js';
import { useTitle } from '../look/title.js';
import { paths } from '../paths.js';
import { TwoClocks } from '../time/two-clocks.js';
import { capturedLetterQuery, htmlOf, sourceOf } from './captured-mail.queries.js';
import styles from './captured-mail.module.css';
import { CONTENT, DATE, FROM, HEADERS, HEADING, NO_SUBJECT, person, SOURCE, TO } from './captured-mail.words.js';

const route = getRouteApi('/frame/captured-mail/$id');

export default function CapturedLetterScreen() {
  const { id } = route.useParams();
  const { data: mail } = useSuspenseQuery(capturedLetterQuery(id));
  useTitle(HEADING);
  return (
    <>
      <Opening over={<Link to={paths.capturedMail()}>{HEADING}</Link>}>{mail.subject || NO_SUBJECT}</Opening>
      <Facts>
        <Fact term={FROM}>{person(mail.from)}</Fact>
        <Fact term={TO}>{person(mail.to)}</Fact>
        {mail.date === null ? null : (
          <Fact term={DATE}>
            <TwoClocks at={mail.date} theirs={null} />
          </Fact>
        )}
      </Facts>
      {mail.html === null ? (
        <Paper label={CONTENT}>{mail.text}</Paper>
      ) : (
        <iframe className={styles.frame} src={htmlOf(id)} title={CONTENT} sandbox="" />
      )}
      <details className={styles.headers}>
        <summary>{HEADERS}</summary>
        <pre>{mail.headers.join('\n')}</pre>
      </details>
      <p>
        <a href={sourceOf(id)}>{SOURCE}</a>
      </p>
    </>
  );
}
