/** What was, or is, tried with somebody. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { at, STAGE } from '../../application/application.words.js';
import { Side } from '../../application/side.js';
import { paths } from '../../paths.js';
import { applicationsWithQuery } from '../contact.queries.js';
import styles from './person.module.css';
import { APPLICATIONS, NO_APPLICATIONS } from './person.words.js';

export function TheirApplications({ contactId }: { contactId: string }) {
  const { data: applications } = useSuspenseQuery(applicationsWithQuery(contactId));
  return (
    <Side heading={APPLICATIONS}>
      {applications.length === 0 ? (
        <p>{NO_APPLICATIONS}</p>
      ) : (
        <ul className={styles.with}>
          {applications.map(({ id, title, companyName, stage }) => (
            <li key={id} data-row>
              <Link to={paths.application(id)}>{at(title, companyName)}</Link>
              <p>{STAGE[stage]}</p>
            </li>
          ))}
        </ul>
      )}
    </Side>
  );
}
