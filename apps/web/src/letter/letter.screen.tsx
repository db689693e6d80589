import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { instanceQuery } from '../api/account.queries.js';
import type { FollowUp } from '../api/shapes.js';
import { contactQuery } from '../contact/contact.queries.js';
import { followUpQuery } from '../follow-up/follow-up.queries.js';
import { somebody } from '../follow-up/follow-up.words.js';
import { Opening } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { dayAndTime } from '../time/moments.policy.js';
import { useYours } from '../time/yours.js';
import { Envelope } from './envelope.js';
import styles from './letter.module.css';
import { letterQuery } from './letter.queries.js';
import { WENT_IN_PRACTICE, NEVER_GOES, STANDS, TITLE } from './letter.words.js';
import { Missing } from './missing.js';
import { ReminderPage } from './reminder-page.js';
import { TheLetter } from './the-letter.js';

const route = getRouteApi('/frame/follow-ups/$id');

/** At one address, whether it is to somebody else or to oneself: mails lead there. */
export default function FollowUpScreen() {
  const { id } = route.useParams();
  const { data: followUp } = useSuspenseQuery(followUpQuery(id));
  return followUp.audience === 'candidate' ? <ReminderPage reminder={followUp} /> : <LetterPage followUp={followUp} />;
}

function LetterPage({ followUp }: { followUp: FollowUp }) {
  const { id, contactId } = followUp;
  const { data: letter } = useSuspenseQuery(letterQuery(id));
  const { data: contact } = useQuery({ ...contactQuery(contactId ?? ''), enabled: contactId !== null });
  const { data: instance } = useSuspenseQuery(instanceQuery);
  const name = somebody(contact?.name ?? null);
  useTitle(TITLE(name));
  const yours = useYours();
  const theirs = { ...yours, timezone: contact?.timezone ?? yours.timezone };
  const at = new Date(letter.when ?? followUp.dueAt);
  return (
    <>
      <Opening over={followUp.sample ? NEVER_GOES : undefined}>
        {followUp.state === 'sent' && instance.mail.captured
          ? WENT_IN_PRACTICE(name, dayAndTime(at, yours))
          : STANDS[followUp.state](name, dayAndTime(at, theirs), at > yours.now)}
      </Opening>
      <div className={styles.columns}>
        <TheLetter key={id} followUp={followUp} letter={letter} timezone={contact?.timezone ?? null} />
        <div>
          <Envelope followUp={followUp} letter={letter} contact={contact} />
          <Missing missing={letter.missing} />
        </div>
      </div>
    </>
  );
}
