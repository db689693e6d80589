/** From whom, to whom, when, in which thread, and why. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery, settingsQuery } from '../api/account.queries.js';
import type { Contact, FollowUp } from '../api/shapes.js';
import { Fact, Facts } from '../look/facts.js';
import { markOf } from '../follow-up/mark.policy.js';
import { minuteOfDay } from '../time/moments.policy.js';
import { MorningBand } from '../time/morning-band.js';
import { TwoClocks } from '../time/two-clocks.js';
import { FROM, NOT_SIGNED, TO, WHEN, WHY } from './letter.words.js';

interface Props {
  letter: Pick<FollowUp, 'audience' | 'state' | 'dueAt' | 'sentAt' | 'why' | 'reasons'>;
  contact: Contact | undefined;
}

export function Envelope({ letter, contact }: Props) {
  const { dueAt, sentAt, why, reasons } = letter;
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const at = sentAt ?? dueAt;
  const timezone = contact?.timezone ?? settings.timezone;
  return (
    <Facts>
      {sentAt === null ? (
        <Fact term={FROM}>{me.name === null ? NOT_SIGNED : withAddress(me.name, me.email)}</Fact>
      ) : null}
      {contact === undefined ? null : <Fact term={TO}>{withAddress(contact.name, contact.email)}</Fact>}
      <Fact term={WHEN}>
        <TwoClocks at={at} theirs={contact?.timezone ?? null} />
        <MorningBand window={settings.sendingWindow} at={minuteOfDay(new Date(at), timezone)} mark={markOf(letter)} />
      </Fact>
      <Fact term={WHY}>{[why, ...reasons.map(({ text }) => text)].join(' ')}</Fact>
    </Facts>
  );
}

const withAddress = (name: string, address: string | null) => (address === null ? name : `${name} <${address}>`);
