/** From whom, to whom, where an answer goes, when, in which thread, and why. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { settingsQuery } from '../api/account.queries.js';
import type { Contact, FollowUp, Letter } from '../api/shapes.js';
import { markOf } from '../follow-up/mark.policy.js';
import { Fact, Facts } from '../look/facts.js';
import { minuteOfDay } from '../time/moments.policy.js';
import { MorningBand } from '../time/morning-band.js';
import { TwoClocks } from '../time/two-clocks.js';
import styles from './letter.module.css';
import { ANSWERS, BEGINS_THREAD, FROM, GOES_ON_THREAD, NOT_SIGNED, THREAD, TO, WHEN, WHY } from './letter.words.js';

interface Props {
  followUp: Pick<FollowUp, 'audience' | 'state' | 'dueAt' | 'sentAt' | 'why' | 'reasons'>;
  letter: Pick<Letter, 'from' | 'to' | 'replyTo' | 'thread' | 'when'>;
  contact: Pick<Contact, 'timezone'> | undefined;
}

export function Envelope({ followUp, letter, contact }: Props) {
  const { dueAt, why, reasons } = followUp;
  const { from, to, replyTo, thread, when } = letter;
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const at = when ?? dueAt;
  const timezone = contact?.timezone ?? settings.timezone;
  return (
    <Facts>
      <Fact term={FROM}>{addressOf(from) || NOT_SIGNED}</Fact>
      <Fact term={TO}>{addressOf(to)}</Fact>
      {replyTo.address === null ? null : <Fact term={ANSWERS}>{replyTo.address}</Fact>}
      <Fact term={THREAD}>
        {thread === null ? BEGINS_THREAD : GOES_ON_THREAD}
        {thread === null ? null : <span className={styles.messageId}>{thread.inReplyTo}</span>}
      </Fact>
      <Fact term={WHEN}>
        <TwoClocks at={at} theirs={contact?.timezone ?? null} />
        <MorningBand window={settings.sendingWindow} at={minuteOfDay(new Date(at), timezone)} mark={markOf(followUp)} />
      </Fact>
      <Fact term={WHY}>{[why, ...reasons.map(({ text }) => text)].join(' ')}</Fact>
    </Facts>
  );
}

const addressOf = ({ name, address }: Letter['from']) =>
  address === null ? name : name === '' ? address : `${name} <${address}>`;
