/** Whether somebody may be written to: each way takes back the other. */
import { useState } from 'react';
import { sentenceOf } from '../api/problems.js';
import type { Contact } from '../api/shapes.js';
import { Before } from '../follow-up/before.js';
import { useDeed } from '../follow-up/use-deed.js';
import { Button } from '../look/button.js';
import { useKeptFocus } from '../look/use-kept-focus.js';
import { useReach } from './contact.queries.js';
import { DO_NOT_WRITE, NOT_WRITTEN_TO, REACHED, WRITE_AGAIN } from './contact.words.js';

export function Reach({ contact: { id, doNotContact } }: { contact: Pick<Contact, 'id' | 'doNotContact'> }) {
  const focus = useKeptFocus();
  const [isChanged, setChanged] = useState(false);
  const { asked, press, go, leave, isPending, problem } = useDeed<boolean, Contact>({
    ...useReach(id),
    onDone: () => setChanged(true),
  });
  const verb = doNotContact ? WRITE_AGAIN : DO_NOT_WRITE;
  const standing = doNotContact ? NOT_WRITTEN_TO : null;
  return (
    <div {...focus}>
      {asked === null ? (
        <>
          <p role="status">{isChanged ? REACHED[doNotContact ? 'off' : 'on'] : standing}</p>
          <Button disabled={isPending} onClick={() => press(!doNotContact)}>
            {verb}
          </Button>
          {problem === null ? null : <p role="alert">{sentenceOf(problem)}</p>}
        </>
      ) : (
        <Before
          preview={asked.preview}
          verb={verb}
          isPending={isPending}
          problem={problem}
          onYes={() => go(asked.deed)}
          onLeave={leave}
        />
      )}
    </div>
  );
}
