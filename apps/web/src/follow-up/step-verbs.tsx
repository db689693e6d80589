/** The verbs of a step as words in their place; what has no way back asks on its own page. */
import { Link } from '@tanstack/react-router';
import type { FollowUp } from '../api/shapes.js';
import { Button, buttonLook } from '../look/button.js';
import { paths } from '../paths.js';
import { useDeed } from './follow-up.queries.js';
import { VERB } from './follow-up.words.js';
import { type PlainVerb, verbsAtOnce } from './follow-up.verbs.js';
import styles from './step-verbs.module.css';

interface Props {
  step: Pick<FollowUp, 'id' | 'state' | 'audience'>;
  /** Where it is read already, and the first verb is the one thing to do. */
  isOnItsPage?: boolean;
}

export function StepVerbs({ step, isOnItsPage = false }: Props) {
  const deed = useDeed();
  const { id, audience } = step;
  return (
    <div className={styles.verbs}>
      {audience === 'contact' && !isOnItsPage ? (
        <Link to={paths.letter(id)} {...buttonLook()}>
          {VERB.read}
        </Link>
      ) : null}
      {verbsAtOnce(step).map((verb: PlainVerb, index) => (
        <Button
          key={verb}
          weight={isOnItsPage && index === 0 ? 'filled' : 'word'}
          onClick={() => deed.mutate({ verb, id })}
          disabled={deed.isPending}
        >
          {VERB[verb]}
        </Button>
      ))}
    </div>
  );
}
