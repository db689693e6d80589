/** The verbs of a step as words in their place; what has no way back asks on its own page. */
import { Link } from '@tanstack/react-router';
import type { FollowUp } from '../api/shapes.js';
import { Button, buttonLook } from '../look/button.js';
import { paths } from '../paths.js';
import { useDeed } from './follow-up.queries.js';
import { VERB } from './follow-up.words.js';
import { type PlainVerb, verbsAtOnce } from './follow-up.verbs.js';
import styles from './step-verbs.module.css';

export function StepVerbs({ step }: { step: Pick<FollowUp, 'id' | 'state' | 'audience'> }) {
  const deed = useDeed();
  const { id, audience } = step;
  return (
    <div className={styles.verbs}>
      {audience === 'contact' ? (
        <Link to={paths.letter(id)} {...buttonLook()}>
          {VERB.read}
        </Link>
      ) : null}
      {verbsAtOnce(step).map((verb: PlainVerb) => (
        <Button key={verb} onClick={() => deed.mutate({ verb, id })} disabled={deed.isPending}>
          {VERB[verb]}
        </Button>
      ))}
    </div>
  );
}
