/** When a page cannot be shown: what happened, and a way on. */
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { isProblem, sentenceOf } from '../api/problems.js';
import { Button, buttonLook } from '../look/button.js';
import { Opening } from '../look/said.js';
import { paths } from '../paths.js';
import { BROKEN, NOT_FOUND, NOT_FOUND_WAY_ON, TO_FRONT_DOOR, TRY_AGAIN, WAITING } from './trouble.words.js';

export function NotFound() {
  return (
    <>
      <Opening>{NOT_FOUND}</Opening>
      <p>{NOT_FOUND_WAY_ON}</p>
      <Link to={paths.frontDoor()} {...buttonLook('filled')}>
        {TO_FRONT_DOOR}
      </Link>
    </>
  );
}

export function Trouble({ error, reset }: ErrorComponentProps<unknown>) {
  const { invalidate } = useRouter();
  if (isProblem(error) && error.status === 404) return <NotFound />;
  const again = () => {
    reset();
    void invalidate();
  };
  return (
    <>
      <Opening>{BROKEN}</Opening>
      <p role="alert">{sentenceOf(error)}</p>
      <Button weight="filled" onClick={again}>
        {TRY_AGAIN}
      </Button>
    </>
  );
}

/** Shown after 400 ms, not before. */
export function Waiting() {
  return <p role="status">{WAITING}</p>;
}
