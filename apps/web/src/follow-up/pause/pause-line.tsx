/** While no letters go, one line says so, and how they may go again; what was taken back so can be taken back. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { settingsQuery } from '../../api/account.queries.js';
import { sentenceOf } from '../../api/problems.js';
import type { Settings } from '../../api/shapes.js';
import { Button } from '../../look/button.js';
import { QuietLine } from '../../look/quiet-line.js';
import { useKeptFocus } from '../../look/use-kept-focus.js';
import { day } from '../../time/moments.policy.js';
import { useYours } from '../../time/yours.js';
import { Before } from '../before.js';
import { UNDO } from '../follow-up.words.js';
import { useDeed } from '../use-deed.js';
import { pausedUntil } from './pause.policy.js';
import { usePause } from './pause.queries.js';
import { LETTERS_AGAIN, paused, THEY_GO } from './pause.words.js';

export function PauseLine() {
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const yours = useYours();
  const focus = useKeptFocus();
  const [former, setFormer] = useState<string | null>(null);
  const until = pausedUntil(settings.noLettersUntil, yours.now);
  const { asked, press, go, leave, isPending, problem } = useDeed<string | null, Settings>({
    ...usePause(),
    onDone: (_, to) => setFormer(to === null ? until : null),
  });
  const back = until === null ? pausedUntil(former, yours.now) : null;
  if (until === null && back === null) return null;
  return (
    <div {...focus}>
      <QuietLine>
        <span role="status">{until === null ? THEY_GO : paused(day(new Date(until), yours))}</span>
        {asked !== null ? null : back === null ? (
          <Button disabled={isPending} onClick={() => press(null)}>
            {LETTERS_AGAIN}
          </Button>
        ) : (
          <Button shortcut="z" disabled={isPending} onClick={() => go(back)}>
            {UNDO}
          </Button>
        )}
      </QuietLine>
      {asked === null ? (
        problem === null ? null : (
          <p role="alert">{sentenceOf(problem)}</p>
        )
      ) : (
        <Before
          preview={asked.preview}
          verb={LETTERS_AGAIN}
          isPending={isPending}
          problem={problem}
          onYes={() => go(asked.deed)}
          onLeave={leave}
        />
      )}
    </div>
  );
}
