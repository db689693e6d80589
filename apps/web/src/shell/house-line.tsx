/** What holds on every page of this installation, in one quiet line: nobody is real, or nothing leaves. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { instanceQuery, sampleQuery } from '../api/account.queries.js';
import { sentenceOf } from '../api/problems.js';
import { Button, buttonLook } from '../look/button.js';
import { paths } from '../paths.js';
import styles from './house-line.module.css';
import { ALL_INVENTED, CAPTURED, REMOVE_IT, TO_CAPTURED } from './house-line.words.js';
import { useSampleGone } from './shell.queries.js';

interface Props {
  /** The press is gone with what it removed: the focus goes on from there. */
  focusPage(): void;
}

export function HouseLine({ focusPage }: Props) {
  const { data: instance } = useSuspenseQuery(instanceQuery);
  const { data: sample } = useSuspenseQuery(sampleQuery);
  const navigate = useNavigate();
  // The page may be of the sample itself.
  const gone = useSampleGone({
    onGone: async () => {
      await navigate({ to: paths.today() });
      focusPage();
    },
  });
  const isAmongMail = useRouterState({ select: ({ location }) => location.pathname.startsWith(paths.capturedMail()) });
  const isSample = sample.since !== null;
  const isCaptured = instance.mail.captured && !isAmongMail;
  if (!isSample && !instance.demo && !isCaptured) return null;
  return (
    <div className={styles.line}>
      {isSample || instance.demo ? (
        <p className={styles.part}>
          {ALL_INVENTED}
          {isSample ? (
            <Button disabled={gone.isPending} onClick={() => gone.mutate()}>
              {REMOVE_IT}
            </Button>
          ) : null}
        </p>
      ) : null}
      {isCaptured ? (
        <p className={styles.part}>
          {CAPTURED}
          <Link to={paths.capturedMail()} {...buttonLook()}>
            {TO_CAPTURED}
          </Link>
        </p>
      ) : null}
      {gone.error === null ? null : <p role="alert">{sentenceOf(gone.error)}</p>}
    </div>
  );
}
