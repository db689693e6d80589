/** What is asked once, of a newcomer, and the ways on. All of it is one press, whatever is left out. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef } from 'react';
import { meQuery, sampleQuery, settingsQuery } from '../api/account.queries.js';
import { isSignedOut, problemAt, problemElsewhere } from '../api/problems.js';
import { Button } from '../look/button.js';
import { Choice } from '../look/choice.js';
import { Field } from '../look/field.js';
import { useKept } from '../look/kept.js';
import { Opening } from '../look/said.js';
import { Section } from '../look/section.js';
import { ZoneList } from '../look/zone-list.js';
import { useTitle } from '../look/title.js';
import { paths } from '../paths.js';
import { SessionEnded } from '../session/session-ended.js';
import { zoneHere } from '../time/zone-here.js';
import { beforeAnswers, saidBy } from './first-run.policy.js';
import { useWayOn, type Way } from './first-run.queries.js';
import styles from './first-run.module.css';
import {
  ADDRESS,
  AUTO,
  AUTO_FOLLOWS,
  HOW,
  HOW_AT_LENGTH,
  LEAD,
  LOOK_AROUND,
  NAME,
  NAME_OF_ALL,
  NO_FOLLOWS,
  OPENING,
  REVIEW,
  REVIEW_FOLLOWS,
  SAMPLE_FOLLOWS,
  RECORD_NO,
  TITLE,
  TO_TODAY,
  WAYS,
  WHEN,
  WHEN_FOLLOWS,
  WHO,
  WHO_FOLLOWS,
  ZONE,
} from './first-run.words.js';

const FIELDS = ['/name', '/email', '/timezone'];
const APPROVALS = [
  { value: 'review', label: REVIEW, hint: REVIEW_FOLLOWS },
  { value: 'auto', label: AUTO, hint: AUTO_FOLLOWS },
] as const;

export default function FirstRunScreen() {
  useTitle(TITLE);
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const { data: sample } = useSuspenseQuery(sampleQuery);
  const known = { ...me, timezone: settings.timezone, approval: settings.approval };
  const untouched = () => beforeAnswers(known, zoneHere());
  const { value: answers, keep: setAnswers, forget } = useKept('first run', untouched, () => true);
  const navigate = useNavigate();
  const wayOn = useWayOn(forget);
  const go = (way: Way) =>
    wayOn.mutate(
      { said: saidBy(answers, known), way },
      { onSuccess: () => void navigate({ to: paths.today(), search: way === 'no' ? { no: 'new' } : {} }) },
    );
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (wayOn.isError) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [wayOn.isError, wayOn.failureCount]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go('no');
  };
  const elsewhere = problemElsewhere(wayOn.error, FIELDS);
  return (
    <main className={styles.room}>
      <Opening over={NAME_OF_ALL}>{OPENING}</Opening>
      <p className={styles.lead}>{LEAD}</p>
      <form ref={form} className={styles.form} onSubmit={submit} noValidate>
        <Section heading={WHO}>
          <div className={styles.question}>
            <p>{WHO_FOLLOWS}</p>
            <Field
              label={NAME}
              autoComplete="name"
              value={answers.name}
              onValueChange={(name) => setAnswers({ ...answers, name })}
              problem={problemAt(wayOn.error, '/name')}
            />
            <Field
              label={ADDRESS}
              type="email"
              autoComplete="email"
              value={answers.email}
              onValueChange={(email) => setAnswers({ ...answers, email })}
              problem={problemAt(wayOn.error, '/email')}
            />
          </div>
        </Section>
        <Section heading={WHEN}>
          <div className={styles.question}>
            <p>{WHEN_FOLLOWS}</p>
            <Field
              label={ZONE}
              list="zones"
              value={answers.timezone}
              onValueChange={(timezone) => setAnswers({ ...answers, timezone })}
              problem={problemAt(wayOn.error, '/timezone')}
            />
            <ZoneList id="zones" />
          </div>
        </Section>
        <Section heading={HOW}>
          <Choice
            legend={HOW_AT_LENGTH}
            options={APPROVALS}
            value={answers.approval}
            onChange={(approval) => setAnswers({ ...answers, approval })}
          />
        </Section>
        <Section heading={WAYS}>
          <div className={styles.ways}>
            {elsewhere === undefined ? null : (
              <div role="alert">{isSignedOut(wayOn.error) ? <SessionEnded /> : <p>{elsewhere}</p>}</div>
            )}
            <p>{NO_FOLLOWS}</p>
            <Button weight="filled" type="submit" disabled={wayOn.isPending}>
              {RECORD_NO}
            </Button>
            {sample.since === null ? (
              <>
                <p>{SAMPLE_FOLLOWS}</p>
                <Button weight="outlined" disabled={wayOn.isPending} onClick={() => go('sample')}>
                  {LOOK_AROUND}
                </Button>
              </>
            ) : null}
            <Button disabled={wayOn.isPending} onClick={() => go('today')}>
              {TO_TODAY}
            </Button>
          </div>
        </Section>
      </form>
    </main>
  );
}
