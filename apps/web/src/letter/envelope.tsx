/** From whom, to whom, when, in which thread, and why. */
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Contact, FollowUp } from '../api/shapes.js';
import { TwoClocks } from '../time/two-clocks.js';
import { signedByQuery } from './letter.queries.js';
import { FROM, NOT_SIGNED, TO, WHEN, WHY } from './letter.words.js';
import styles from './letter.module.css';

interface Props {
  letter: Pick<FollowUp, 'dueAt' | 'sentAt' | 'why' | 'reasons'>;
  contact: Contact | undefined;
}

export function Envelope({ letter: { dueAt, sentAt, why, reasons }, contact }: Props) {
  const { data: me } = useSuspenseQuery(signedByQuery);
  return (
    <dl className={styles.envelope}>
      <Line term={FROM}>{me.name === null ? NOT_SIGNED : withAddress(me.name, me.email)}</Line>
      {contact === undefined ? null : <Line term={TO}>{withAddress(contact.name, contact.email)}</Line>}
      <Line term={WHEN}>
        <TwoClocks at={sentAt ?? dueAt} theirs={contact?.timezone ?? null} />
      </Line>
      <Line term={WHY}>{[why, ...reasons.map(({ text }) => text)].join(' ')}</Line>
    </dl>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

const withAddress = (name: string, address: string | null) => (address === null ? name : `${name} <${address}>`);
