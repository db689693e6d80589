/** The verbs of a step as words in their place, and what the API answered where it refused one. */
import { Link } from '@tanstack/react-router';
import { sentenceOf } from '../api/problems.js';
import type { FollowUp } from '../api/shapes.js';
import { Button, buttonLook } from '../look/button.js';
import { paths } from '../paths.js';
import { usePress } from './follow-up.queries.js';
import { pressesOf } from './follow-up.verbs.js';
import { VERB } from './follow-up.words.js';
import styles from './step-verbs.module.css';

interface Props {
  step: Pick<FollowUp, 'id' | 'state' | 'audience'>;
  /** Where it is read already, and the first verb is the one thing to do. */
  isOnItsPage?: boolean;
  /** The one thing to do on a page of several. */
  isFirst?: boolean;
}

export function StepVerbs({ step, isOnItsPage = false, isFirst = false }: Props) {
  const { id, audience } = step;
  const press = usePress(id);
  return (
    <>
      <div className={styles.verbs}>
        {audience === 'contact' && !isOnItsPage ? (
          <Link to={paths.letter(id)} {...buttonLook(isFirst ? 'filled' : 'word')}>
            {VERB.read}
          </Link>
        ) : null}
        {pressesOf(step).map((verb, index) => (
          <Button
            key={verb}
            weight={isOnItsPage && index === 0 ? 'filled' : 'word'}
            onClick={() => press.mutate(verb)}
            disabled={press.isPending}
          >
            {VERB[verb]}
          </Button>
        ))}
      </div>
      {press.error === null ? null : <p role="alert">{sentenceOf(press.error)}</p>}
    </>
  );
}
