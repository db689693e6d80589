import { Link } from '@tanstack/react-router';
import type { Application } from '../api/shapes.js';
import { Row } from '../look/list.js';
import { paths } from '../paths.js';
import { Day } from '../time/day.js';
import { STAGE, withPerson } from './application.words.js';
import styles from './applications.module.css';

type Shown = Pick<Application, 'id' | 'title' | 'companyName' | 'contactName' | 'stage' | 'updatedAt'>;

export function ApplicationRow({ application }: { application: Shown }) {
  const { id, title, companyName, contactName, stage, updatedAt } = application;
  return (
    <Row
      level="h2"
      title={
        <Link to={paths.application(id)} className={styles.title}>
          {title}
        </Link>
      }
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
            <Day at={updatedAt} />
          </span>
        </>
      }
    />
  );
}
