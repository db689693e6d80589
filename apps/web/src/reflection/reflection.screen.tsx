import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Reflection } from '../api/shapes.js';
import { applicationQuery } from '../application/application.queries.js';
import { at } from '../application/application.words.js';
import { buttonLook } from '../look/button.js';
import { Opening, Words } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { paths } from '../paths.js';
import { STAGE } from '../rejection/rejection.words.js';
import { day } from '../time/moments.policy.js';
import { useYours } from '../time/yours.js';
import { ReflectionForm } from './reflection-form.js';
import { reflectionQuery } from './reflection.queries.js';
import styles from './reflection.module.css';
import { LOOKED_BACK, NO_NO, OPENING, OVER, SKIPPED, STAYS, TITLE, TO_APPLICATION } from './reflection.words.js';

const route = getRouteApi('/frame/applications/$id/look-back');

export default function ReflectionScreen() {
  const { id } = route.useParams();
  const { data: application } = useSuspenseQuery(applicationQuery(id));
  const { data: read } = useSuspenseQuery(reflectionQuery(id));
  const { title, companyName, rejection } = application;
  const yours = useYours();
  useTitle(TITLE(title, companyName));
  const job = at(title, companyName);
  if (rejection === null) return <NotYet id={id} job={job} reflection={read.reflection} />;
  const dayOf = (moment: string) => day(new Date(moment), yours);
  const { lookedBackAt, skippedAt } = read.reflection;
  return (
    <>
      <Opening over={OVER(job, dayOf(rejection.receivedAt), STAGE[rejection.stage].toLowerCase())}>
        {lookedBackAt !== null
          ? LOOKED_BACK(dayOf(lookedBackAt))
          : skippedAt !== null
            ? SKIPPED(dayOf(skippedAt))
            : OPENING}
      </Opening>
      <ReflectionForm key={id} application={application} rejection={rejection} read={read} />
    </>
  );
}

/** Of an application that is not turned down, or not any more. */
function NotYet({ id, job, reflection }: { id: string; job: string; reflection: Reflection }) {
  const written = [reflection.asked, reflection.answered, reflection.wouldChange].filter((words) => words !== null);
  return (
    <>
      <Opening over={job}>{NO_NO}</Opening>
      <div className={styles.fields}>
        {written.length === 0 ? null : <p className={styles.quiet}>{STAYS}</p>}
        {written.map((words) => (
          <Words key={words}>{words}</Words>
        ))}
        <Link to={paths.application(id)} {...buttonLook('word')}>
          {TO_APPLICATION}
        </Link>
      </div>
    </>
  );
}
