/** A reminder's own page: its verb first, then where it leads, then what the mail says. */
import { Link } from '@tanstack/react-router';
import { INVENTED } from '../api/invented.words.js';
import type { FollowUp } from '../api/shapes.js';
import { STATE, TITLE } from '../follow-up/follow-up.words.js';
import { placeOf } from '../follow-up/place.js';
import { StepVerbs } from '../follow-up/step-verbs.js';
import { buttonLook } from '../look/button.js';
import { Opening, Words } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { TO_LOOK_BACK } from '../reflection/reflection.words.js';
import { Day } from '../time/day.js';
import styles from './letter.module.css';
import { TO_APPLICATION } from './letter.words.js';

export function ReminderPage({ reminder }: { reminder: FollowUp }) {
  const { kind, state, contact, application, sentAt, dueAt, body, sample } = reminder;
  const title = TITLE[kind](contact?.name ?? null);
  useTitle(title);
  return (
    <>
      <Opening
        over={
          <>
            {STATE.candidate[state]} · <Day at={sentAt ?? dueAt} />
            {sample ? ` · ${INVENTED}` : null}
          </>
        }
      >
        {title}
      </Opening>
      <div className={styles.reminderVerbs}>
        <StepVerbs step={reminder} timezone={null} isOnItsPage />
        {application === null && kind !== 'streak' ? null : (
          <Link to={placeOf(reminder)} {...buttonLook()}>
            {application === null || kind === 'reflection'
              ? TO_LOOK_BACK
              : TO_APPLICATION(application.title, application.companyName)}
          </Link>
        )}
      </div>
      <Words>{body}</Words>
    </>
  );
}
