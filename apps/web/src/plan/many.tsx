/** With what is marked: two verbs for all of it, what came of them, and one way back. */
import { useState } from 'react';
import { sentenceOf } from '../api/problems.js';
import { UNDO } from '../follow-up/follow-up.words.js';
import { Button } from '../look/button.js';
import { useKeptFocus } from '../look/use-kept-focus.js';
import { momentsIn } from '../time/moments-in.policy.js';
import { useYours } from '../time/yours.js';
import styles from './plan.module.css';
import { BACK, type ManyDeed, type ManyVerb } from './plan.policy.js';
import { useMany } from './plan.queries.js';
import { MANY, manyDone, marked, MARKED_WITH, UNMARK } from './plan.words.js';

const VERBS: readonly ManyVerb[] = ['hold', 'resume'];

interface Done {
  /** Null: nothing takes it back. */
  back: ManyDeed | null;
  ids: readonly string[];
  said: string;
}

export function Many({ ids, onClear }: { ids: readonly string[]; onClear(): void }) {
  const many = useMany();
  const focus = useKeptFocus();
  const yours = useYours();
  const [done, setDone] = useState<Done | null>(null);
  const say = (verb: ManyDeed, of: readonly string[], back: ManyDeed | null) =>
    many.mutate(
      { verb, ids: of },
      {
        onSuccess: (answers) => {
          const changed = answers.filter(({ refused }) => refused === null).map(({ id }) => id);
          const why = answers.flatMap(({ refused }) => (refused === null ? [] : [refused.detail]));
          setDone({
            back,
            ids: changed,
            said: manyDone(
              verb,
              changed.length,
              why.map((one) => momentsIn(one, yours)),
            ),
          });
          onClear();
        },
      },
    );
  if (ids.length === 0 && done === null) return null;
  const undo = done?.back ?? null;
  const back =
    done === null || undo === null || done.ids.length === 0 ? null : (
      <Button shortcut="z" disabled={many.isPending} onClick={() => say(undo, done.ids, null)}>
        {UNDO}
      </Button>
    );
  return (
    <div {...focus} role="group" aria-label={MARKED_WITH} className={styles.many}>
      <p role="status">{ids.length > 0 ? marked(ids.length) : done?.said}</p>
      {ids.length > 0 ? (
        <div className={styles.manyVerbs}>
          {VERBS.map((verb) => (
            <Button key={verb} weight="outlined" disabled={many.isPending} onClick={() => say(verb, ids, BACK[verb])}>
              {MANY[verb]}
            </Button>
          ))}
          <Button onClick={onClear}>{UNMARK}</Button>
        </div>
      ) : (
        back
      )}
      {many.error === null ? null : <p role="alert">{sentenceOf(many.error)}</p>}
    </div>
  );
}
