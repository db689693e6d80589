import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { contactQuery } from '../contact/contact.queries.js';
import { Opening } from '../look/said.js';
import { Spine, SpineNow } from '../look/spine.js';
import { useTitle } from '../look/title.js';
import { useYours } from '../time/yours.js';
import { openingOf, stepsOf } from './application.policy.js';
import { applicationQuery, planQuery, storyQuery } from './application.queries.js';
import { at, LINE, NOW, NO_PLAN, NOTHING_LEFT, STAGE } from './application.words.js';
import styles from './application.module.css';
import { Happening } from './happening.js';
import { StepEntry } from '../follow-up/step-entry.js';
import { pastOf } from './story.policy.js';
import { Job } from './job.js';
import { openingSentence } from './opening.words.js';
import { PersonOf } from './person-of.js';

const route = getRouteApi('/frame/applications/$id');

export default function ApplicationScreen() {
  const { id } = route.useParams();
  const { data: application } = useSuspenseQuery(applicationQuery(id));
  const { data: story } = useSuspenseQuery(storyQuery(id));
  const { data: plan } = useSuspenseQuery(planQuery(id));
  const { contactId } = application;
  const { data: contact } = useQuery({ ...contactQuery(contactId ?? ''), enabled: contactId !== null });
  useTitle(at(application.title, application.companyName));
  const yours = useYours();
  const person = { contactName: contact?.name ?? null, contactTimezone: contact?.timezone ?? null };
  const { ahead, behind } = stepsOf(plan);
  const draft = ahead.find(({ state }) => state === 'draft');
  return (
    <>
      <Opening over={`${at(application.title, application.companyName)} · ${STAGE[application.stage]}`}>
        {openingSentence(
          openingOf(application, ahead, yours.now),
          { name: person.contactName, timezone: person.contactTimezone },
          yours,
        )}
      </Opening>
      <div className={styles.columns}>
        <div>
          <Spine label={LINE}>
            {pastOf(story, behind).map((past) =>
              past.kind === 'happening' ? (
                <Happening
                  key={`${past.item.type} ${past.at} ${past.item.text}`}
                  item={past.item}
                  rejection={application.rejection}
                />
              ) : (
                <StepEntry key={past.step.id} step={past.step} {...person} isOver />
              ),
            )}
            <SpineNow>{NOW}</SpineNow>
            {ahead.map((step) => (
              <StepEntry key={step.id} step={step} {...person} isFirst={step === draft} />
            ))}
          </Spine>
          {ahead.length > 0 ? null : <p className={styles.none}>{plan.length === 0 ? NO_PLAN : NOTHING_LEFT}</p>}
        </div>
        <aside className={styles.aside}>
          {application.contactId === null ? null : <PersonOf contactId={application.contactId} />}
          <Job {...application} />
        </aside>
      </div>
    </>
  );
}
