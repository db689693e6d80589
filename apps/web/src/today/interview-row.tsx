/** A talk that is fixed by the clock, and what is there to prepare it. */
import { Link } from '@tanstack/react-router';
import { INVENTED } from '../api/invented.words.js';
import type { InterviewToday } from '../api/shapes.js';
import { at } from '../application/application.words.js';
import { Row } from '../look/list.js';
import { titleLook } from '../look/title-look.js';
import { StepVerbs } from '../follow-up/step-verbs.js';
import { paths } from '../paths.js';
import { TwoClocks } from '../time/two-clocks.js';

export function InterviewRow({ interview: { scheduledAt, application, preparation } }: { interview: InterviewToday }) {
  const name = at(application.title, application.companyName);
  return (
    <Row
      title={
        <Link to={paths.application(application.id)} {...titleLook()}>
          {name}
        </Link>
      }
      mark={preparation?.sample === true ? INVENTED : undefined}
      reason={preparation === null ? undefined : preparation.why}
      times={<TwoClocks at={scheduledAt} theirs={null} />}
      hasSeveralVerbs
      verbs={preparation === null ? null : <StepVerbs step={preparation} of={name} timezone={null} />}
    />
  );
}
