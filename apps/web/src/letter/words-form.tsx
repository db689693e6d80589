/** One's own words in place of the proposed ones. Nothing typed is lost to a refusal, a lost connection, an ended session or somebody else. */
import { type FormEvent, useEffect, useRef } from 'react';
import { isProblem, problemAt, problemElsewhere } from '../api/problems.js';
import { Button } from '../look/button.js';
import { Field } from '../look/field.js';
import { useKept } from '../look/kept.js';
import { type Draft, isChanged, keptAs, over, type Words } from './draft.policy.js';
import { isOvertaken, useNewWords, useTheirs } from './letter.queries.js';
import styles from './letter.module.css';
import { AS_LEFT, LEAVE, LETTER, RENDERED, SAVE, SUBJECT, TRY_AGAIN } from './letter.words.js';
import { Overtaken } from './overtaken.js';

interface Props {
  id: string;
  /** As it was read to be changed. */
  begun: Draft;
  onLeave(): void;
}

export function WordsForm({ id, begun, onLeave }: Props) {
  const draft = useKept<Draft>(keptAs(id), () => begun, isChanged);
  const { words } = draft.value;
  const save = useNewWords(id, draft.forget);
  const hasTheirs = isOvertaken(save.error);
  const theirs = useTheirs(id, hasTheirs);
  const subject = useRef<HTMLInputElement>(null);
  useEffect(() => subject.current?.focus(), []);
  const change = (what: Partial<Words>) => {
    // What is on its way is what was pressed.
    if (save.isPending) return;
    draft.keep({ ...draft.value, words: { ...words, ...what } });
    if (!hasTheirs) save.reset();
  };
  const leave = () => {
    draft.forget();
    onLeave();
  };
  const say = (mine: Draft) => {
    if (isChanged(mine)) save.mutate(mine, { onSuccess: onLeave });
    else leave();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!hasTheirs) say(draft.value);
  };
  const keepMine = () => {
    if (theirs === undefined) return;
    const mine = over(draft.value, theirs);
    draft.keep(mine);
    say(mine);
  };
  const elsewhere = hasTheirs ? undefined : problemElsewhere(save.error, ['/subject', '/body']);
  const isLost = save.isError && !isProblem(save.error);
  return (
    <form className={styles.form} onSubmit={submit}>
      {draft.isAsLeft ? <p className={styles.quiet}>{AS_LEFT}</p> : null}
      <Field
        ref={subject}
        label={SUBJECT}
        value={words.subject}
        onValueChange={(changed) => change({ subject: changed })}
        problem={problemAt(save.error, '/subject')}
      />
      <Field
        label={LETTER}
        hint={RENDERED}
        render={<textarea className={styles.writing} dir="auto" />}
        value={words.body}
        onValueChange={(body) => change({ body })}
        problem={problemAt(save.error, '/body')}
      />
      {elsewhere === undefined ? null : <p role="alert">{elsewhere}</p>}
      {hasTheirs ? (
        <Overtaken theirs={theirs?.words} isPending={save.isPending} onKeep={keepMine} onTake={leave} />
      ) : (
        <div className={styles.verbs}>
          <Button weight="filled" type="submit" disabled={save.isPending}>
            {isLost ? TRY_AGAIN : SAVE}
          </Button>
          <Button onClick={leave}>{LEAVE}</Button>
        </div>
      )}
    </form>
  );
}
