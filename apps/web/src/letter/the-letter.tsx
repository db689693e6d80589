/** What can be done with it, and what goes, to read; or its words, to write. */
import { useState } from 'react';
import { sentenceOf } from '../api/problems.js';
import type { FollowUp, Letter } from '../api/shapes.js';
import { KEY, verbsOf } from '../follow-up/follow-up.verbs.js';
import { VERB } from '../follow-up/follow-up.words.js';
import { StepVerbs } from '../follow-up/step-verbs.js';
import { Button } from '../look/button.js';
import { kept } from '../look/kept.js';
import { Paper } from '../look/paper.js';
import { useKeptFocus } from '../look/use-kept-focus.js';
import { type Draft, keptAs } from './draft.policy.js';
import { useBeginning } from './letter.queries.js';
import styles from './letter.module.css';
import { LETTER } from './letter.words.js';
import { ToMeFirst } from './to-me-first.js';
import { WordsForm } from './words-form.js';

interface Props {
  followUp: Pick<FollowUp, 'id' | 'kind' | 'state' | 'audience'>;
  letter: Letter;
  /** IANA; null where it is not known. */
  timezone: string | null;
}

export function TheLetter({ followUp, letter, timezone }: Props) {
  const { id } = followUp;
  const focus = useKeptFocus();
  // What was typed and has not arrived is taken up where it was left.
  const [draft, setDraft] = useState(() => kept<Draft>(keptAs(id)));
  const begin = useBeginning(id);
  if (draft !== null) {
    return (
      <div {...focus}>
        <WordsForm id={id} begun={draft} onLeave={() => setDraft(null)} />
      </div>
    );
  }
  return (
    <div {...focus}>
      <div className={styles.verbs}>
        <StepVerbs
          step={followUp}
          timezone={timezone}
          isOnItsPage
          edit={
            <Button
              key="edit"
              shortcut={KEY.edit}
              disabled={begin.isPending}
              onClick={() => begin.mutate(undefined, { onSuccess: setDraft })}
            >
              {VERB.edit}
            </Button>
          }
        />
        {verbsOf(followUp).includes('edit') ? <ToMeFirst letter={letter} /> : null}
      </div>
      {begin.error === null ? null : <p role="alert">{sentenceOf(begin.error)}</p>}
      <Paper label={LETTER}>
        <h2 className={styles.subject}>{letter.subject}</h2>
        {letter.text}
      </Paper>
    </div>
  );
}
