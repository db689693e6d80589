/** From whom, to whom, when, in which thread, and why. */
import { useSuspenseQuery } from '@tanstack/react-query';
import type { Contact, FollowUp } from '../api/shapes.js';
import { Fact, Facts } from '../look/facts.js';
import { TwoClocks } from '../time/two-clocks.js';
import { signedByQuery } from './letter.queries.js';
import { FROM, NOT_SIGNED, TO, WHEN, WHY } from './letter.words.js';

interface Props {
  letter: Pick<FollowUp, 'dueAt' | 'sentAt' | 'why' | 'reasons'>;
  contact: Contact | undefined;
}

export function Envelope({ letter: { dueAt, sentAt, why, reasons }, contact }: Props) {
  const { data: me } = useSuspenseQuery(signedByQuery);
  return (
    <Facts>
      <Fact term={FROM}>{me.name === null ? NOT_SIGNED : withAddress(me.name, me.email)}</Fact>
      {contact === undefined ? null : <Fact term={TO}>{withAddress(contact.name, contact.email)}</Fact>}
      <Fact term={WHEN}>
        <TwoClocks at={sentAt ?? dueAt} theirs={contact?.timezone ?? null} />
      </Fact>
      <Fact term={WHY}>{[why, ...reasons.map(({ text }) => text)].join(' ')}</Fact>
    </Facts>
  );
}

const withAddress = (name: string, address: string | null) => (address === null ? name : `${name} <${address}>`);
