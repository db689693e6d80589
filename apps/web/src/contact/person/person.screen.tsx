import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { INVENTED } from '../../api/invented.words.js';
import { stepsOf } from '../../application/application.policy.js';
import { Side } from '../../application/side.js';
import { StepEntry } from '../../follow-up/step-entry.js';
import { Opening } from '../../look/said.js';
import { Spine, SpineNow } from '../../look/spine.js';
import { useTitle } from '../../look/title.js';
import { useYours } from '../../time/yours.js';
import { contactQuery, stepsWithQuery, touchesQuery } from '../contact.queries.js';
import { Reach } from '../reach.js';
import { standing, whoIs } from '../said.words.js';
import { WarmthBar } from '../warmth-bar.js';
import { Known } from './known.js';
import styles from './person.module.css';
import { LINE, NOTHING_AHEAD, NOW, WRITING } from './person.words.js';
import { TheirApplications } from './their-applications.js';
import { TouchEntry } from './touch-entry.js';
import { pastWith } from './touch.policy.js';
import { TouchVerb } from './touch-verb.js';

const route = getRouteApi('/frame/people/$id');

export default function PersonScreen() {
  const { id } = route.useParams();
  const { data: contact } = useSuspenseQuery(contactQuery(id));
  const { data: touches } = useSuspenseQuery(touchesQuery(id));
  const { data: steps } = useSuspenseQuery(stepsWithQuery(id));
  const yours = useYours();
  const { name, timezone, lastTouchAt, nextTouchAt, sample } = contact;
  useTitle(name);
  const { ahead, behind } = stepsOf(steps);
  const whom = { name, timezone };
  return (
    <>
      <Opening over={[whoIs(contact), ...(sample ? [INVENTED] : [])].join(' · ')}>{standing(contact, yours)}</Opening>
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
                <StepEntry key={past.step.id} step={past.step} whom={whom} isOver />
              ),
            )}
            <SpineNow>{NOW}</SpineNow>
            {ahead.map((step) => (
              <StepEntry key={step.id} step={step} whom={whom} />
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
        </aside>
      </div>
    </>
  );
}
