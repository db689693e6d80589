/** *Add an application*, over any screen: its address, which fills the rest, or the rest by hand; one press. */
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useId, useRef } from 'react';
import { Button } from '../look/button.js';
import { Field } from '../look/field.js';
import { Pick } from '../look/pick.js';
import { Sheet } from '../look/sheet.js';
import { paths } from '../paths.js';
import { NoFoot } from '../rejection/no-foot.js';
import { localTimeOf } from '../time/local-time.policy.js';
import { useYours } from '../time/yours.js';
import styles from './adding.module.css';
import { ADDED_AT, type Filled } from './adding.policy.js';
import {
  APPLIED_WHEN,
  AS_LEFT,
  asOnPage,
  CLOSE,
  COMPANY,
  EMPTY_IT,
  HOW_FAR,
  JOB,
  STAGE,
  TITLE,
  WHO,
  WHO_ADDRESS,
  WHO_ADDRESS_HINT,
  WHO_HINT,
} from './adding.words.js';
import { AddressField } from './address-field.js';
import { MoreOfIt } from './more-of-it.js';
import { useAdding } from './use-adding.js';

/** What is seen once somebody asks for more. */
const FOLDED = new Set<Filled>(['location', 'requirements']);

interface Props {
  /** An address to begin with, or nothing. */
  url: string;
  onClose(): void;
}

export default function AddSheet({ url, onClose }: Props) {
  const formId = useId();
  const first = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const yours = useYours();
  const adding = useAdding(url, (id) => void navigate({ to: paths.application(id), replace: true }));
  const { typed, change, fromPage, press, problemOf } = adding;
  useEffect(() => {
    if (press.isError) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [press.isError, press.failureCount]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.add();
  };
  const field = (name: Filled | 'contactName' | 'contactEmail') => ({
    value: typed[name],
    onValueChange: (value: string) => change({ [name]: value }),
    problem: problemOf(name),
    autoComplete: 'off',
  });
  const labelOf = (name: Filled, label: string) => (fromPage.includes(name) ? asOnPage(label) : label);
  return (
    <Sheet
      title={TITLE}
      closeWord={CLOSE}
      onClose={onClose}
      initialFocus={first}
      foot={
        <NoFoot
          formId={formId}
          isPending={press.isPending}
          isSignedOut={adding.isSignedOut}
          isLost={adding.isLost}
          refused={adding.refused}
          preview={undefined}
        />
      }
    >
      <form id={formId} ref={form} className={styles.form} onSubmit={submit} noValidate>
        {adding.isAsLeft ? (
          <p className={styles.left}>
            {AS_LEFT} <Button onClick={adding.empty}>{EMPTY_IT}</Button>
          </p>
        ) : null}
        <AddressField
          url={typed.url}
          onUrl={(address) => change({ url: address })}
          onPaste={adding.paste}
          problem={problemOf('url')}
          reading={adding.reading}
          isFilled={fromPage.length > 0}
          recorded={adding.recorded}
          field={first}
        />
        <div className={styles.pair}>
          <Field label={labelOf('companyName', COMPANY)} {...field('companyName')} />
          <Field label={labelOf('title', JOB)} {...field('title')} />
        </div>
        <Pick
          legend={HOW_FAR}
          options={ADDED_AT}
          words={STAGE}
          value={typed.stage}
          onChange={(stage) => change({ stage })}
          problem={problemOf('stage')}
        />
        {typed.stage === 'saved' ? null : (
          <Field
            label={APPLIED_WHEN}
            type="datetime-local"
            max={localTimeOf(yours.now, yours.timezone)}
            value={typed.appliedAt}
            onValueChange={(appliedAt) => change({ appliedAt })}
            problem={problemOf('appliedAt')}
          />
        )}
        <div className={styles.pair}>
          <Field label={WHO} hint={WHO_HINT} {...field('contactName')} />
          <Field label={WHO_ADDRESS} hint={WHO_ADDRESS_HINT} type="email" {...field('contactEmail')} />
        </div>
        <MoreOfIt field={field} labelOf={labelOf} isFilled={fromPage.some((name) => FOLDED.has(name))} />
      </form>
    </Sheet>
  );
}
