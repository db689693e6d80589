/** The one press, what comes first after it, and what stands in its way. */
import { Link, useRouterState } from '@tanstack/react-router';
import type { Preview } from '../api/shapes.js';
import { Button, buttonLook } from '../look/button.js';
import { paths } from '../paths.js';
import { useYours } from '../time/yours.js';
import { startSentence } from '../follow-up/follows.words.js';
import { andMore, SAY, SAYING, SIGN_IN, SIGNED_OUT, TRY_AGAIN } from './rejection.words.js';
import styles from './rejection.module.css';

interface Props {
  formId: string;
  isPending: boolean;
  isSignedOut: boolean;
  /** Nobody answered the press. */
  isLost: boolean;
  refused: string | undefined;
  preview: Preview | undefined;
}

export function NoFoot({ formId, isPending, isSignedOut, isLost, refused, preview }: Props) {
  const here = useRouterState({ select: ({ location }) => location.href });
  if (isSignedOut) {
    return (
      <div className={styles.foot}>
        <Link to={paths.signIn()} search={{ to: here }} {...buttonLook('filled')}>
          {SIGN_IN}
        </Link>
        <p role="alert" className={styles.beside}>
          {SIGNED_OUT}
        </p>
      </div>
    );
  }
  const word = isLost ? TRY_AGAIN : SAY;
  return (
    <div className={styles.foot}>
      <Button weight="filled" type="submit" form={formId} disabled={isPending}>
        {isPending ? SAYING : word}
      </Button>
      {refused === undefined ? (
        <First preview={preview} />
      ) : (
        <p role="alert" className={styles.beside}>
          {refused}
        </p>
      )}
    </div>
  );
}

function First({ preview }: { preview: Preview | undefined }) {
  const yours = useYours();
  const [first, ...more] = preview?.starts ?? [];
  if (first === undefined) return null;
  return <p className={styles.beside}>{andMore(startSentence(first, yours), more.length)}</p>;
}
