/** A board to be watched for itself: any careers page or posting names it. */
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { problemAt, problemElsewhere } from '../api/problems.js';
import { Button } from '../look/button.js';
import { Field } from '../look/field.js';
import { Section } from '../look/section.js';
import { paths } from '../paths.js';
import { useWatch } from './radar.queries.js';
import { ADDRESS, ADDRESS_HINT, WATCH, WATCH_ANOTHER } from './radar.words.js';
import styles from './radar.module.css';

const URL_MEMBER = '/url';

/** `isFirst`: there is nothing else on the page. */
export function WatchBoard({ isFirst }: { isFirst: boolean }) {
  const navigate = useNavigate();
  const [url, setUrl] = useState('');
  const watch = useWatch(({ id }) => void navigate({ to: paths.board(id) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    watch.mutate(url.trim());
  };
  const elsewhere = problemElsewhere(watch.error, [URL_MEMBER]);
  return (
    <div className={styles.another}>
      <Section heading={WATCH_ANOTHER}>
        <form className={styles.watch} onSubmit={submit}>
          <Field
            label={ADDRESS}
            hint={ADDRESS_HINT}
            inputMode="url"
            autoComplete="off"
            value={url}
            onValueChange={setUrl}
            problem={problemAt(watch.error, URL_MEMBER)}
          />
          {elsewhere === undefined ? null : <p role="alert">{elsewhere}</p>}
          <Button weight={isFirst ? 'filled' : 'outlined'} type="submit" disabled={watch.isPending}>
            {WATCH}
          </Button>
        </form>
      </Section>
    </div>
  );
}
