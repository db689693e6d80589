/** With what is marked: two verbs for all of it, what came of them, and one way back. */
import { useState } from 'react';
import { sentenceOf } from '../api/problems.js';
import { UNDO } from '../follow-up/follow-up.words.js';
import { Button } from '../look/button.js';
import { useKeptFocus } from '../look/use-kept-focus.js';
import styles from './plan.module.css';
import type { ManyVerb } from './plan.policy.js';
import { useMany } from './plan.queries.js';
import { MANY, manyDone, marked, MARKED_WITH, UNMARK } from './plan.words.js';

const INVERSE: Record<ManyVerb, ManyVerb> = { hold: 'resume', resume: 'hold' };
const VERBS: readonly ManyVerb[] = ['hold', 'resume'];

interface Done {
  verb: ManyVerb;
  ids: readonly string[];
  said: string;
}

export function Many({ ids, onClear }: { ids: readonly string[]; onClear(): void }) {
  const many = useMany();
  const focus = useKeptFocus();
  const [done, setDone] = useState<Done | null>(null);
  const say = (verb: ManyVerb, of: readonly string[], isUndo: boolean) =>
    many.mutate(
      { verb, ids: of },
      {
        onSuccess: (answers) => {
          const changed = answers.filter(({ refused }) => refused === null).map(({ id }) => id);
          const why = answers.flatMap(({ refused }) => (refused === null ? [] : [refused.detail]));
          setDone({ verb, ids: isUndo ? [] : changed, said: manyDone(verb, changed.length, why) });
          onClear();
        },
      },
    );
  if (ids.length === 0 && done === null) return null;
  return (
    <div {...focus} role="group" aria-label={MARKED_WITH} className={styles.many}>
      <p role="status">{ids.length > 0 ? marked(ids.length) : done?.said}</p>
      {ids.length > 0 ? (
        <div className={styles.manyVerbs}>
          {VERBS.map((verb) => (
            <Button key={verb} weight="outlined" disabled={many.isPending} onClick={() => say(verb, ids, false)}>
              {MANY[verb]}
            </Button>
          ))}
          <Button onClick={onClear}>{UNMARK}</Button>
        </div>
      ) : done === null || done.ids.length === 0 ? null : (
        <Button shortcut="z" disabled={many.isPending} onClick={() => say(INVERSE[done.verb], done.ids, true)}>
          {UNDO}
        </Button>
      )}
      {many.error === null ? null : <p role="alert">{sentenceOf(many.error)}</p>}
    </div>
  );
}
