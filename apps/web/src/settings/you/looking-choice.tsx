/** Whether one looks for work: what it stops or starts stands before the press. */
import { sentenceOf } from '../../api/problems.js';
import type { Settings } from '../../api/shapes.js';
import { Before } from '../../follow-up/before.js';
import { useDeed } from '../../follow-up/use-deed.js';
import { Button } from '../../look/button.js';
import { Section } from '../../look/section.js';
import { useKeptFocus } from '../../look/use-kept-focus.js';
import { LOOK_AGAIN, LOOKING, NOT_LOOKING, REST, SEARCH } from '../settings.words.js';
import { useForetoldSettings } from '../foretold.queries.js';

export function LookingChoice({ looking }: Pick<Settings, 'looking'>) {
  const focus = useKeptFocus();
  const { asked, press, go, leave, isPending, problem } = useDeed(useForetoldSettings());
  const verb = looking ? REST : LOOK_AGAIN;
  return (
    <Section heading={SEARCH}>
      <p>{looking ? LOOKING : NOT_LOOKING}</p>
      <div {...focus}>
        {asked === null ? (
          <Button disabled={isPending} onClick={() => press({ looking: !looking })}>
            {verb}
          </Button>
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
        {asked !== null || problem === null ? null : <p role="alert">{sentenceOf(problem)}</p>}
      </div>
    </Section>
  );
}
