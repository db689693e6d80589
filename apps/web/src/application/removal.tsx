/** Removing an application: what stops stands before the press; afterwards its page offers to bring it back. */
import { sentenceOf } from '../api/problems.js';
import { Before } from '../follow-up/before.js';
import { useDeed } from '../follow-up/use-deed.js';
import { Button } from '../look/button.js';
import { useKeptFocus } from '../look/use-kept-focus.js';
import { useRemoval } from './removal.queries.js';
import { REMOVE } from './removal.words.js';

export function Removal({ id }: { id: string }) {
  const focus = useKeptFocus();
  const { asked, press, go, leave, isPending, problem } = useDeed<void, void>(useRemoval(id));
  return (
    <div {...focus}>
      {asked === null ? (
        <>
          <Button disabled={isPending} onClick={() => press()}>
            {REMOVE}
          </Button>
          {problem === null ? null : <p role="alert">{sentenceOf(problem)}</p>}
        </>
      ) : (
        <Before
          preview={asked.preview}
          verb={REMOVE}
          isPending={isPending}
          problem={problem}
          onYes={() => go()}
          onLeave={leave}
        />
      )}
    </div>
  );
}
