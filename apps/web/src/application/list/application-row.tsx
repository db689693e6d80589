import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { INVENTED } from '../../api/invented.words.js';
import type { Application } from '../../api/shapes.js';
import { TITLE } from '../../follow-up/follow-up.words.js';
import { Row } from '../../look/list.js';
import { titleLook } from '../../look/title-look.js';
import { paths } from '../../paths.js';
import { Day } from '../../time/day.js';
import { TwoClocks } from '../../time/two-clocks.js';
import { withPerson } from '../application.words.js';
import styles from './list.module.css';
import { STAGE_SINCE, TALK } from './list.words.js';

type Shown = Pick<
  Application,
  'id' | 'title' | 'companyName' | 'contactName' | 'stage' | 'stageSince' | 'scheduledAt' | 'nextFollowUp' | 'sample'
>;

/** One row more leaves the others as they are. */
export const ApplicationRow = memo(function ApplicationRow({ application }: { application: Shown }) {
  const {
    id,
    title,
    companyName,
    contactName,
    stage,
    stageSince,
    scheduledAt,
    nextFollowUp: next,
    sample,
  } = application;
  return (
    <Row
      level="h2"
      title={
        <Link to={paths.application(id)} {...titleLook()}>
          {title}
        </Link>
      }
      mark={sample ? INVENTED : undefined}
      reason={
        <>
          {companyName}
          {contactName === null ? null : ` · ${withPerson(contactName)}`}
        </>
      }
      times={
        <>
          <span className={styles.stage}>
            {STAGE_SINCE[stage]} <Day at={stageSince} />
          </span>
          {scheduledAt === null ? null : (
            <span className={styles.next}>
              {TALK} <TwoClocks at={scheduledAt} theirs={null} />
            </span>
          )}
          {next === null ? null : (
            <span className={styles.next}>
              <Day at={next.dueAt} /> · {TITLE[next.kind](contactName)}
            </span>
          )}
        </>
      }
    />
  );
});
