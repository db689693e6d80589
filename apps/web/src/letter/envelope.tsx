/** From whom, to whom, where an answer goes, when, in which thread, and why. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { settingsQuery } from '../api/account.queries.js';
import { at as jobAt } from '../application/application.words.js';
import type { Contact, FollowUp, Letter } from '../api/shapes.js';
import { markOf } from '../follow-up/mark.policy.js';
import { Address } from '../look/address.js';
import { Fact, Facts } from '../look/facts.js';
import { paths } from '../paths.js';
import { minuteOfDay } from '../time/moments.policy.js';
import { MorningBand } from '../time/morning-band.js';
import { TwoClocks } from '../time/two-clocks.js';
import styles from './letter.module.css';
import { ABOUT, ANSWERS, FROM, IN_REPLY_TO, NOT_SIGNED, THEIR_MAIL, TO, WHEN, WHY } from './letter.words.js';

interface Props {
  followUp: Pick<FollowUp, 'application' | 'audience' | 'state' | 'dueAt' | 'sentAt' | 'why' | 'reasons'>;
  letter: Pick<Letter, 'from' | 'to' | 'replyTo' | 'thread' | 'when'>;
  contact: Pick<Contact, 'id' | 'timezone'> | undefined;
}

export function Envelope({ followUp, letter, contact }: Props) {
  const { application, dueAt, why, reasons } = followUp;
  const { from, to, replyTo, thread, when } = letter;
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const at = when ?? dueAt;
  const timezone = contact?.timezone ?? settings.timezone;
  return (
    <Facts>
      <Fact term={FROM}>
        <Person {...from} />
      </Fact>
      <Fact term={TO}>
        <Person {...to} contactId={contact?.id} />
      </Fact>
      {replyTo.address === null ? null : (
        <Fact term={ANSWERS}>
          <Address>{replyTo.address}</Address>
        </Fact>
      )}
      {thread === null ? null : (
        <Fact term={IN_REPLY_TO}>
          {THEIR_MAIL}
          <span className={styles.messageId}>{thread.inReplyTo}</span>
        </Fact>
      )}
      <Fact term={WHEN}>
        <TwoClocks at={at} theirs={contact?.timezone ?? null} />
        <MorningBand window={settings.sendingWindow} at={minuteOfDay(new Date(at), timezone)} mark={markOf(followUp)} />
      </Fact>
      <Fact term={WHY}>{[why, ...reasons.map(({ text }) => text)].join(' ')}</Fact>
      {application === null ? null : (
        <Fact term={ABOUT}>
          <Link to={paths.application(application.id)}>{jobAt(application.title, application.companyName)}</Link>
        </Fact>
      )}
    </Facts>
  );
}

/** The name, and below it the address. */
function Person({ name, address, contactId }: Letter['from'] & { contactId?: string | undefined }) {
  if (name === '' && address === null) return NOT_SIGNED;
  return (
    <>
      {contactId === undefined ? name : <Link to={paths.person(contactId)}>{name}</Link>}
      {address === null ? null : (
        <span className={styles.address}>
          <Address>{address}</Address>
        </span>
      )}
    </>
  );
}
