/** When a page cannot be shown: what happened, and a way on. */
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { isOfNothing, isSignedOut, sentenceOf } from '../api/problems.js';
import { Button, buttonLook } from '../look/button.js';
import { Opening } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { paths } from '../paths.js';
import styles from './trouble.module.css';
import {
  BROKEN,
  BROKEN_TITLE,
  NOT_FOUND,
  NOT_FOUND_TITLE,
  NOT_FOUND_WAY_ON,
  SIGN_IN,
  SIGNED_OUT,
  TO_FRONT_DOOR,
  TRY_AGAIN,
  WAITING,
} from './trouble.words.js';

export function NotFound() {
  useTitle(NOT_FOUND_TITLE);
  return (
    <div className={styles.trouble}>
      <Opening>{NOT_FOUND}</Opening>
      <p>{NOT_FOUND_WAY_ON}</p>
      <Link to={paths.today()} {...buttonLook('filled')}>
        {TO_FRONT_DOOR}
      </Link>
    </div>
  );
}

export function Trouble({ error, reset }: ErrorComponentProps<unknown>) {
  const { invalidate, state } = useRouter();
  if (isOfNothing(error)) return <NotFound />;
  if (isSignedOut(error)) return <SignedOut to={state.location.href} />;
  const again = () => {
    reset();
    void invalidate();
  };
  return <Broken sentence={sentenceOf(error)} onAgain={again} />;
}

function Broken({ sentence, onAgain }: { sentence: string; onAgain(): void }) {
  useTitle(BROKEN_TITLE);
  return (
    <div className={styles.trouble}>
      <Opening>{BROKEN}</Opening>
      <p role="alert">{sentence}</p>
      <Button weight="filled" onClick={onAgain}>
        {TRY_AGAIN}
      </Button>
    </div>
  );
}

function SignedOut({ to }: { to: string }) {
  return (
    <div className={styles.trouble}>
      <Opening>{SIGNED_OUT}</Opening>
      <Link to={paths.signIn()} search={{ to }} {...buttonLook('filled')}>
        {SIGN_IN}
      </Link>
    </div>
  );
}

/** Shown after 400 ms, not before. */
export function Waiting() {
  return (
    <div role="status">
      <h1 className={styles.waiting}>{WAITING}</h1>
    </div>
  );
}

/** Before anything stands around it. */
export const TroubleAlone = (trouble: ErrorComponentProps<unknown>) => (
  <main className={styles.alone}>
    <Trouble {...trouble} />
  </main>
);

export const WaitingAlone = () => (
  <main className={styles.alone}>
    <Waiting />
  </main>
);
