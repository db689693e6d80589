/** What an endpoint is: its address, what it is called, and what it hears of. */
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { problemAt, problemElsewhere } from '../../api/problems.js';
import type { Problem } from '../../api/shapes.js';
import { Field } from '../../look/field.js';
import styles from '../settings.module.css';
import { EventChoice } from './event-choice.js';
import type { EventType } from './event-types.words.js';
import { DESCRIPTION, DESCRIPTION_HINT, URL, URL_HINT } from './webhooks.words.js';

export interface Written {
  url: string;
  description: string;
  /** Null: everything. */
  chosen: EventType[] | null;
}

interface Props {
  shown: Written;
  isPending: boolean;
  problem: Problem | null;
  touch(what: Partial<Written>): void;
  onSubmit(): void;
  /** It has come by a press: typing begins in it. */
  isNew?: boolean;
  /** Its verbs. */
  children: ReactNode;
}

export function EndpointForm({ shown, isPending, problem, touch, onSubmit, isNew = false, children }: Props) {
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) first.current?.focus();
  }, [isNew]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (shown.chosen?.length !== 0) onSubmit();
  };
  const elsewhere = problemElsewhere(problem, ['/url', '/description']);
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        ref={first}
        label={URL}
        hint={URL_HINT}
        inputMode="url"
        autoComplete="off"
        required
        readOnly={isPending}
        value={shown.url}
        onValueChange={(url) => touch({ url })}
        problem={problemAt(problem, '/url')}
      />
      <Field
        label={DESCRIPTION}
        hint={DESCRIPTION_HINT}
        autoComplete="off"
        readOnly={isPending}
        value={shown.description}
        onValueChange={(description) => touch({ description })}
        problem={problemAt(problem, '/description')}
      />
      <EventChoice chosen={shown.chosen} onChange={(chosen) => touch({ chosen })} />
      {elsewhere === undefined ? null : <p role="alert">{elsewhere}</p>}
      <div className={styles.verbs}>{children}</div>
    </form>
  );
}
