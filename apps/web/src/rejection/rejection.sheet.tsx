/** *They said no*, over any screen: which application, when, how far it was, their words, why; what would follow; one press. */
import { REASON_CATEGORIES, REJECTABLE_STAGES } from '@app/contracts/words';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useId, useRef } from 'react';
import { Button } from '../look/button.js';
import { Field } from '../look/field.js';
import { Pick } from '../look/pick.js';
import { Sheet } from '../look/sheet.js';
import { paths } from '../paths.js';
import { localTimeOf } from '../time/local-time.policy.js';
import { useYours } from '../time/yours.js';
import {
  AS_LEFT,
  AT_STAGE,
  CLOSE,
  EMPTY_IT,
  REASON,
  REASONS,
  STAGE,
  TITLE,
  WHEN,
  WORDS,
  WORDS_HINT,
} from './rejection.words.js';
import styles from './rejection.module.css';
import { NoFoot } from './no-foot.js';
import { useNo } from './use-no.js';
import { WhatFollows } from './what-follows.js';
import { WhichApplication } from './which-application.js';

interface Props {
  /** An id, or nothing where it is still to be found. */
  application: string;
  onClose(): void;
}

export default function RejectionSheet({ application, onClose }: Props) {
  const formId = useId();
  const first = useRef<HTMLInputElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const yours = useYours();
  const no = useNo(application, (id) => void navigate({ to: paths.application(id), replace: true }));
  const { typed, change, chosen, preview, press, refused, problemOf } = no;
  useEffect(() => {
    if (press.isError) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [press.isError, press.failureCount]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    no.say();
  };
  return (
    <Sheet
      title={TITLE}
      closeWord={CLOSE}
      onClose={onClose}
      initialFocus={application === '' ? first : words}
      foot={
        <NoFoot
          formId={formId}
          isPending={press.isPending}
          isSignedOut={no.isSignedOut}
          isLost={no.isLost}
          refused={refused}
          preview={no.isAsked ? preview : undefined}
        />
      }
    >
      <form id={formId} ref={form} className={styles.form} onSubmit={submit} noValidate>
        {no.isAsLeft ? (
          <p className={styles.left}>
            {AS_LEFT} <Button onClick={no.empty}>{EMPTY_IT}</Button>
          </p>
        ) : null}
        <WhichApplication typed={typed} change={change} chosen={chosen} problemOf={problemOf} first={first} />
        <Field
          label={WORDS}
          hint={WORDS_HINT}
          render={<textarea ref={words} className={styles.theirs} dir="auto" />}
          value={typed.words}
          onValueChange={(words) => change({ words })}
          problem={problemOf('words')}
        />
        <Pick
          legend={AT_STAGE}
          options={REJECTABLE_STAGES}
          words={STAGE}
          value={no.stage}
          onChange={(stage) => change({ stage })}
          problem={problemOf('stage')}
        />
        <div className={styles.pair}>
          <Field
            label={WHEN}
            type="datetime-local"
            max={localTimeOf(yours.now, yours.timezone)}
            value={typed.receivedAt}
            onValueChange={(receivedAt) => change({ receivedAt })}
            problem={problemOf('receivedAt')}
          />
          <Field
            label={REASON}
            render={
              <select>
                {(['', ...REASON_CATEGORIES] as const).map((category) => (
                  <option key={category} value={category}>
                    {REASONS[category]}
                  </option>
                ))}
              </select>
            }
            value={typed.category}
            onValueChange={(category) => change({ category: category as typeof typed.category })}
            problem={problemOf('category')}
          />
        </div>
        <WhatFollows preview={preview} isAsked={no.isAsked} isSilent={no.isSilent} />
      </form>
    </Sheet>
  );
}
