import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { contactQuery } from '../contact/contact.queries.js';
import type { FollowUp } from '../api/shapes.js';
import { followUpQuery } from '../follow-up/follow-up.queries.js';
import { verbsOf } from '../follow-up/follow-up.verbs.js';
import { somebody, VERB } from '../follow-up/follow-up.words.js';
import { StepVerbs } from '../follow-up/step-verbs.js';
import { Button } from '../look/button.js';
import { Paper } from '../look/paper.js';
import { Opening } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { dayAndTime } from '../time/moments.policy.js';
import { useYours } from '../time/yours.js';
import { Envelope } from './envelope.js';
import styles from './letter.module.css';
import { LETTER, STANDS, TITLE } from './letter.words.js';
import { ReminderPage } from './reminder-page.js';
import { WordsForm } from './words-form.js';

const route = getRouteApi('/frame/follow-ups/$id');

/** At one address, whether it is to somebody else or to oneself: mails lead there. */
export default function FollowUpScreen() {
  const { id } = route.useParams();
  const { data: followUp } = useSuspenseQuery(followUpQuery(id));
  return followUp.audience === 'candidate' ? <ReminderPage reminder={followUp} /> : <LetterPage letter={followUp} />;
}

function LetterPage({ letter }: { letter: FollowUp }) {
  const { contactId } = letter;
  const { data: contact } = useQuery({ ...contactQuery(contactId ?? ''), enabled: contactId !== null });
  const name = somebody(contact?.name ?? null);
  useTitle(TITLE(name));
  const yours = useYours();
  const [isEdited, setEdited] = useState(false);
  const theirs = { ...yours, timezone: contact?.timezone ?? yours.timezone };
  const moment = dayAndTime(new Date(letter.sentAt ?? letter.dueAt), theirs);
  const mayEdit = verbsOf(letter).includes('edit');
  return (
    <>
      <Opening>{STANDS[letter.state](name, moment)}</Opening>
      <div className={styles.columns}>
        <div className={styles.side}>
          <Envelope letter={letter} contact={contact} />
        </div>
        {isEdited ? (
          <WordsForm letter={letter} onLeave={() => setEdited(false)} />
        ) : (
          <div>
            <Paper label={LETTER}>
              <h2 className={styles.subject}>{letter.subject}</h2>
              {letter.body}
            </Paper>
            <div className={styles.verbs}>
              <StepVerbs step={letter} timezone={contact?.timezone ?? null} isOnItsPage />
              {mayEdit ? <Button onClick={() => setEdited(true)}>{VERB.edit}</Button> : null}
            </div>
          </div>
        )}
      </div>
    </>
  );
}
