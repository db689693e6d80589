/** The job's address, and what became of reading its page: one sentence, and the rest goes on by hand. */
import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { at } from '../application/application.words.js';
import { Field } from '../look/field.js';
import { paths } from '../paths.js';
import styles from './adding.module.css';
import { ADDRESS, ADDRESS_HINT, READ, READING, RECORDED } from './adding.words.js';

interface Props {
  url: string;
  onUrl(url: string): void;
  onPaste(url: string): void;
  problem: string | undefined;
  reading: { isUnderway: boolean; said: string | undefined };
  isFilled: boolean;
  recorded: { applicationId: string; title: string; companyName: string } | undefined;
  field: RefObject<HTMLInputElement | null>;
}

export function AddressField({ url, onUrl, onPaste, problem, reading, isFilled, recorded, field }: Props) {
  const { isUnderway, said } = reading;
  return (
    <div className={styles.address}>
      <Field
        ref={field}
        label={ADDRESS}
        hint={ADDRESS_HINT}
        type="url"
        inputMode="url"
        autoComplete="off"
        value={url}
        onValueChange={onUrl}
        onPaste={(event) => onPaste(event.clipboardData.getData('text'))}
        problem={problem}
      />
      <p role="status" className={styles.said}>
        {isUnderway ? READING : (said ?? (isFilled ? READ : null))}
      </p>
      {recorded === undefined ? null : (
        <p role="status">
          {RECORDED}{' '}
          <Link to={paths.application(recorded.applicationId)}>{at(recorded.title, recorded.companyName)}</Link>
        </p>
      )}
    </div>
  );
}
