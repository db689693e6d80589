/** Nobody is signed in any more: the way back to where one is. */
import { Link, useRouterState } from '@tanstack/react-router';
import { buttonLook } from '../look/button.js';
import { QuietLine } from '../look/quiet-line.js';
import { paths } from '../paths.js';
import { SESSION_ENDED, SIGN_IN_AGAIN } from './session-ended.words.js';

export function SessionEnded() {
  const to = useRouterState({ select: ({ location }) => location.href });
  return (
    <QuietLine>
      {SESSION_ENDED}
      <Link to={paths.signIn()} search={{ to }} {...buttonLook()}>
        {SIGN_IN_AGAIN}
      </Link>
    </QuietLine>
  );
}
