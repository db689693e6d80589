/** Lets no letters go until a day: which ones wait then is said before the press. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { settingsQuery } from '../../api/account.queries.js';
import type { Settings } from '../../api/shapes.js';
import { Button } from '../../look/button.js';
import { useKeptFocus } from '../../look/use-kept-focus.js';
import { day } from '../../time/moments.policy.js';
import { useYours } from '../../time/yours.js';
import { Before } from '../before.js';
import { useDeed } from '../use-deed.js';
import { pausedUntil } from './pause.policy.js';
import { usePause } from './pause.queries.js';
import { PAUSE, pauseUntil } from './pause.words.js';
import { UntilWhen } from './until-when.js';

export function Pause() {
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const yours = useYours();
  const focus = useKeptFocus();
  const [isOpen, setOpen] = useState(false);
  const { asked, press, go, leave, isPending, problem } = useDeed<string, Settings>({
    ...usePause(),
    // Also where nothing waits yet: until when is worth a second look.
    isFinal: () => true,
    onDone: () => setOpen(false),
  });
  if (pausedUntil(settings.noLettersUntil, yours.now) !== null) return null;
  return (
    <div {...focus}>
      {asked !== null ? (
        <Before
          preview={asked.preview}
          verb={pauseUntil(day(new Date(asked.deed), yours))}
          isPending={isPending}
          problem={problem}
          onYes={() => go(asked.deed)}
          onLeave={leave}
        />
      ) : isOpen ? (
        <UntilWhen isPending={isPending} problem={problem} onChoose={press} onLeave={() => setOpen(false)} />
      ) : (
        <Button weight="quiet" onClick={() => setOpen(true)}>
          {PAUSE}
        </Button>
      )}
    </div>
  );
}
