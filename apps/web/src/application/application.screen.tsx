import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { INVENTED } from '../api/invented.words.js';
import type { Application, FollowUp } from '../api/shapes.js';
import { contactQuery } from '../contact/contact.queries.js';
import { Button } from '../look/button.js';
import { PRINT } from '../look/print.words.js';
import { Opening } from '../look/said.js';
import { Spine, SpineNow } from '../look/spine.js';
import { useTitle } from '../look/title.js';
import { useYours } from '../time/yours.js';
import { emptyPlanOf, openingOf, stepsOf } from './application.policy.js';
import { applicationQuery, storyQuery, useSteps } from './application.queries.js';
import { at, earlierOnes, EMPTY_PLAN, LINE, NOW, STAGE } from './application.words.js';
import styles from './application.module.css';
import { Happening } from './happening.js';
import { StepEntry } from '../follow-up/step-entry.js';
import { whomOf } from '../follow-up/whom.policy.js';
import { farBackOf, pastOf } from './story.policy.js';
import { Job } from './job.js';
import { Moves } from './moves.js';
import { openingSentence } from './opening.words.js';
import { LookBackLine } from '../reflection/look-back-line.js';
import { LINE as LOOK_BACK } from '../reflection/reflection.words.js';
import { PersonOf } from './person-of.js';
import { Removal } from './removal.js';
import { Side } from './side.js';
import { Removed } from './removed.js';
import { PlanFigure } from './plan/plan-figure.js';

/** What went stands where it went. */
const wentAt = (steps: readonly FollowUp[]) =>
  steps.flatMap((step) => (step.sentAt === null ? [] : [{ ...step, dueAt: step.sentAt }]));

const route = getRouteApi('/frame/applications/$id');

export default function ApplicationScreen() {
  const { id } = route.useParams();
  const { data: application } = useSuspenseQuery(applicationQuery(id));
  return application.deletedAt === null ? (
    <ApplicationPage application={application} />
  ) : (
    <Removed application={application} removedAt={application.deletedAt} />
  );
}

const overPage = ({ title, companyName, stage, sample }: Application) =>
  [at(title, companyName), STAGE[stage], ...(sample ? [INVENTED] : [])].join(' · ');

function ApplicationPage({ application }: { application: Application }) {
  const { id } = application;
  const { data: story } = useSuspenseQuery(storyQuery(id));
  const { plan, comes, isNew } = useSteps(id);
  const { contactId } = application;
  const { data: contact } = useQuery({ ...contactQuery(contactId ?? ''), enabled: contactId !== null });
  useTitle(at(application.title, application.companyName));
  const yours = useYours();
  const person = { name: contact?.name ?? null, timezone: contact?.timezone ?? null };
  const { ahead: written, behind } = stepsOf(plan.steps);
  const past = pastOf(story, behind);
  const farBack = farBackOf(past.length);
  const ahead = [...written, ...comes].toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  const empty = EMPTY_PLAN[emptyPlanOf(application, plan.steps.length)];
  const draft = ahead.find(({ state }) => state === 'draft');
  return (
    <>
      <Opening over={overPage(application)}>
        {openingSentence(openingOf({ ...application, contact: person }, ahead, yours.now), yours)}
      </Opening>
      <div className={styles.verb}>
        <Moves key={id} application={application} draftId={draft?.id ?? null} />
      </div>
      {ahead.length === 0 ? null : (
        <PlanFigure plan={plan} steps={[...wentAt(behind), ...ahead]} contactName={person.name} isNew={isNew} />
      )}
      <div className={styles.columns}>
        <div>
          {farBack === 0 ? null : <p className={styles.farBack}>{earlierOnes(farBack)}</p>}
          <Spine label={LINE}>
            {past.map((past, index) =>
              past.kind === 'happening' ? (
                <Happening
                  key={`${past.item.type} ${past.at} ${past.item.text}`}
                  item={past.item}
                  rejection={application.rejection}
                  isFarBack={index < farBack}
                />
              ) : (
                <StepEntry
                  key={past.step.id}
                  step={past.step}
                  whom={whomOf(past.step, person)}
                  isOver
                  isFarBack={index < farBack}
                />
              ),
            )}
            <SpineNow>{NOW}</SpineNow>
            {ahead.map((step) => (
              <StepEntry key={step.id ?? step.kind} step={step} whom={whomOf(step, person)} />
            ))}
          </Spine>
          {ahead.length > 0 || empty === null ? null : <p className={styles.none}>{empty}</p>}
        </div>
        <aside className={styles.aside}>
          {application.rejection === null ? null : (
            <Side heading={LOOK_BACK}>
              <LookBackLine applicationId={id} />
            </Side>
          )}
          {application.contactId === null ? null : <PersonOf contactId={application.contactId} />}
          <Job {...application} />
          <div>
            <Button weight="quiet" onClick={() => window.print()}>
              {PRINT}
            </Button>
            <Removal id={id} />
          </div>
        </aside>
      </div>
    </>
  );
}
