import { Link } from '@tanstack/react-router';
import { INVENTED } from '../api/invented.words.js';
import type { Application } from '../api/shapes.js';
import { Row } from '../look/list.js';
import { titleLook } from '../look/title-look.js';
import { paths } from '../paths.js';
import { Day } from '../time/day.js';
import { canBeRejected, dateOf } from './application.policy.js';
import { at, DATE, ON, STAGE, withPerson } from './application.words.js';
import styles from './applications.module.css';
import { NoLink } from './no-link.js';

type Shown = Pick<
  Application,
  'id' | 'title' | 'companyName' | 'contactName' | 'stage' | 'appliedAt' | 'createdAt' | 'rejection' | 'sample'
>;

export function ApplicationRow({ application }: { application: Shown }) {
  const { id, title, companyName, contactName, stage } = application;
  const date = dateOf(application);
  return (
    <Row
      level="h2"
      title={
        <Link to={paths.application(id)} {...titleLook()}>
          {title}
        </Link>
      }
      mark={application.sample ? INVENTED : undefined}
      reason={
        <>
          {companyName}
          {contactName === null ? null : ` · ${withPerson(contactName)}`}
        </>
      }
      times={
        <>
          <span className={styles.stage}>{STAGE[stage]}</span>
          <span className={styles.since}>
            {stage === date.of ? ON : DATE[date.of]} <Day at={date.at} />
          </span>
        </>
      }
      verbs={canBeRejected(application) ? <NoLink no={id} name={at(title, companyName)} /> : null}
    />
  );
}
