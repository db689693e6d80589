/** On the page of an application that was turned down: whether one looked back, what one would change, and the way there. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonLook } from '../look/button.js';
import { paths } from '../paths.js';
import { day } from '../time/moments.policy.js';
import { useYours } from '../time/yours.js';
import { gist } from './gist.policy.js';
import { reflectionQuery } from './reflection.queries.js';
import {
  BEGUN_LINE,
  DONE_LINE,
  DONE_WITH,
  OPEN_LINE,
  READ_ON,
  SKIPPED_LINE,
  TO_LOOK_BACK,
} from './reflection.words.js';

export function LookBackLine({ applicationId }: { applicationId: string }) {
  const { data } = useQuery(reflectionQuery(applicationId));
  const yours = useYours();
  if (data === undefined) return null;
  const { lookedBackAt, skippedAt, wouldChange, updatedAt } = data.reflection;
  const dayOf = (moment: string) => day(new Date(moment), yours);
  const isOver = lookedBackAt !== null || skippedAt !== null;
  const said = () => {
    if (lookedBackAt !== null) {
      return wouldChange === null ? DONE_LINE(dayOf(lookedBackAt)) : DONE_WITH(dayOf(lookedBackAt), gist(wouldChange));
    }
    if (skippedAt !== null) return SKIPPED_LINE(dayOf(skippedAt));
    return updatedAt === null ? OPEN_LINE : BEGUN_LINE;
  };
  return (
    <>
      <p dir="auto">{said()}</p>
      <Link to={paths.lookBackOn(applicationId)} {...buttonLook()}>
        {isOver ? READ_ON : TO_LOOK_BACK}
      </Link>
    </>
  );
}
