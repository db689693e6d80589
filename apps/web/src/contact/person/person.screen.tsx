import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { INVENTED } from '../../api/invented.words.js';
import type { FollowUp } from '../../api/shapes.js';
import { stepsOf } from '../../application/application.policy.js';
import { at } from '../../application/application.words.js';
import { Side } from '../../application/side.js';
import { StepEntry } from '../../follow-up/step-entry.js';
import { Opening } from '../../look/said.js';
import { Spine, SpineNow } from '../../look/spine.js';
import { useTitle } from '../../look/title.js';
import { useYours } from '../../time/yours.js';
import { contactQuery, stepsWithQuery, touchesQuery } from '../contact.queries.js';
import { Reach } from '../reach.js';
import { saidLast, standing, whoIs } from '../said.words.js';
import { WarmthBar } from '../warmth-bar.js';
import { Entries } from './entries.js';
import { Known } from './known.js';
import styles from './person.module.css';
import { LINE, NOTHING_AHEAD, NOW, WRITING } from './person.words.js';
import { TheirApplications } from './their-applications.js';
import { TouchEntry } from './touch-entry.js';
import { isBetween, pastWith } from './touch.policy.js';
import { TouchVerb } from './touch-verb.js';

const jobOf = ({ application }: Pick<FollowUp, 'application'>) =>
  application === null ? undefined : at(application.title, application.companyName);

/** Comes when it is wanted. */
const MergeSheet = lazy(() => import('../merge.sheet.js'));

const route = getRouteApi('/frame/people/$id');

export default function PersonScreen() {
  const { id } = route.useParams();
  const { merge } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: contact } = useSuspenseQuery(contactQuery(id));
  const { data: touches } = useSuspenseQuery(touchesQuery(id));
  const { data: steps } = useSuspenseQuery(stepsWithQuery(id));
  const yours = useYours();
  const { name, timezone, lastTouch, lastTouchAt, nextTouchAt, sample } = contact;
  useTitle(name);
  const { ahead, behind } = stepsOf(steps.filter(isBetween));
  const whom = { name, timezone };
  return (
    <>
      <Opening over={[whoIs(contact), ...(sample ? [INVENTED] : [])].join(' · ')}>{standing(contact, yours)}</Opening>
      {lastTouch === null ? null : <p className={styles.said}>{saidLast(lastTouch, yours)}</p>}
      <div className={styles.verb}>
        <TouchVerb key={id} id={id} />
      </div>
      <div className={styles.columns}>
        <div>
          <Spine label={LINE}>
            {pastWith(touches, behind).map((past) =>
              past.kind === 'touch' ? (
                <TouchEntry key={past.touch.id} touch={past.touch} />
              ) : (
                <StepEntry key={past.step.id} step={past.step} whom={whom} about={jobOf(past.step)} isOver />
              ),
            )}
            <SpineNow>{NOW}</SpineNow>
            {ahead.map((step) => (
              <StepEntry key={step.id} step={step} whom={whom} about={jobOf(step)} />
            ))}
          </Spine>
          {ahead.length > 0 ? null : <p className={styles.quiet}>{NOTHING_AHEAD}</p>}
        </div>
        <aside className={styles.aside}>
          <Side heading={WRITING}>
            <WarmthBar lastTouchAt={lastTouchAt} nextTouchAt={nextTouchAt} />
            <Reach contact={contact} />
          </Side>
          <Known key={id} contact={contact} />
          <TheirApplications contactId={id} />
          <Entries key={`entries ${id}`} contact={contact} />
        </aside>
      </div>
      {merge ? (
        <Suspense>
          <MergeSheet
            id={id}
            onClose={() =>
              void navigate({ search: (shown) => ({ ...shown, merge: undefined }), replace: true, resetScroll: false })
            }
          />
        </Suspense>
      ) : null}
    </>
  );
}
