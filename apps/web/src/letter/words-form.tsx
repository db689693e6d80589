/** One's own words in place of the proposed ones. Nothing typed is lost to a refusal. */
import { type FormEvent, useState } from 'react';
import { problemAt, problemElsewhere } from '../api/problems.js';
import type { FollowUp } from '../api/shapes.js';
import { Button } from '../look/button.js';
import { Field } from '../look/field.js';
import { useNewWords } from './letter.queries.js';
import styles from './letter.module.css';
import { LEAVE, LETTER, RENDERED, SAVE, SUBJECT } from './letter.words.js';

interface Props {
  letter: Pick<FollowUp, 'id' | 'subject' | 'body'>;
  onLeave(): void;
}

export function WordsForm({ letter, onLeave }: Props) {
  const [words, setWords] = useState({ subject: letter.subject, body: letter.body });
  const keep = useNewWords(letter.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { subject, body } = words;
    const changed = { ...(subject !== letter.subject && { subject }), ...(body !== letter.body && { body }) };
    if (Object.keys(changed).length === 0) onLeave();
    else keep.mutate(changed, { onSuccess: onLeave });
  };
  const elsewhere = problemElsewhere(keep.error, ['/subject', '/body']);
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label={SUBJECT}
        value={words.subject}
        onValueChange={(subject) => setWords({ ...words, subject })}
        problem={problemAt(keep.error, '/subject')}
      />
      <Field
        label={LETTER}
        hint={RENDERED}
        render={<textarea className={styles.writing} dir="auto" />}
        value={words.body}
        onValueChange={(body) => setWords({ ...words, body })}
        problem={problemAt(keep.error, '/body')}
      />
      {elsewhere === undefined ? null : <p role="alert">{elsewhere}</p>}
      <div className={styles.verbs}>
        <Button weight="filled" type="submit" disabled={keep.isPending}>
          {SAVE}
        </Button>
        <Button onClick={onLeave}>{LEAVE}</Button>
      </div>
    </form>
  );
}
