/** Other entries of the same person: those that are a part of this one, with what makes them two again, and the way to one more. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../../api/problems.js';
import type { Contact } from '../../api/shapes.js';
import { Side } from '../../application/side.js';
import { Button, buttonLook } from '../../look/button.js';
import { useKeptFocus } from '../../look/use-kept-focus.js';
import { useYours } from '../../time/yours.js';
import { isJustNow, undoId } from '../merge.policy.js';
import { useMerge } from '../merge.queries.js';
import { JOIN, joinedWith, TWO_AGAIN, UNDO, undoOf } from '../merge.words.js';
import { ENTRIES } from './person.words.js';

export function Entries({ contact: { id, mergedFrom } }: { contact: Pick<Contact, 'id' | 'mergedFrom'> }) {
  const focus = useKeptFocus();
  const { now } = useYours();
  const { undo } = useMerge(id);
  const [isUndone, setUndone] = useState(false);
  const makeTwo = (from: string) => undo.mutate(from, { onSuccess: () => setUndone(true) });
  return (
    <Side heading={ENTRIES}>
      <div {...focus}>
        {mergedFrom.map(({ id: from, name, email, mergedAt, undoUntil }, index) => (
          <div key={from}>
            <p>{joinedWith(name, email)}</p>
            {new Date(undoUntil) > now ? (
              <Button
                id={undoId(from)}
                shortcut={index === 0 && isJustNow(mergedAt, now) ? 'z' : undefined}
                aria-label={undoOf(name)}
                disabled={undo.isPending}
                onClick={() => makeTwo(from)}
              >
                {UNDO}
              </Button>
            ) : null}
          </div>
        ))}
        <p role="status">{isUndone && mergedFrom.length === 0 ? TWO_AGAIN : null}</p>
        <Link to="." search={(shown) => ({ ...shown, merge: true })} resetScroll={false} {...buttonLook()}>
          {JOIN}
        </Link>
        {undo.error === null ? null : <p role="alert">{sentenceOf(undo.error)}</p>}
      </div>
    </Side>
  );
}
