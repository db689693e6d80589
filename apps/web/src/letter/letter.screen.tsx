import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { contactQuery } from '../contact/contact.queries.js';
import { verbsOf } from '../follow-up/follow-up.verbs.js';
import { StepVerbs } from '../follow-up/step-verbs.js';
import { Button } from '../look/button.js';
import { Opening } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { dayAndTime } from '../time/moments.policy.js';
import { useYours } from '../time/yours.js';
import { Envelope } from './envelope.js';
import { letterQuery } from './letter.queries.js';
import styles from './letter.module.css';
import { EDIT, STANDS } from './letter.words.js';
import { Paper } from './paper.js';
import { WordsForm } from './words-form.js';

const route = getRouteApi('/frame/follow-ups/$id');

export default function LetterScreen() {
  const { id } = route.useParams();
  const { data: letter } = useSuspenseQuery(letterQuery(id));
  const { contactId } = letter;
  const { data: contact } = useQuery({ ...contactQuery(contactId ?? ''), enabled: contactId !== null });
  useTitle(letter.subject);
  const yours = useYours();
  const [isEdited, setEdited] = useState(false);
  const theirs = { ...yours, timezone: contact?.timezone ?? yours.timezone };
  const moment = dayAndTime(new Date(letter.sentAt ?? letter.dueAt), theirs);
  const mayEdit = verbsOf(letter).includes('later');
  return (
    <>
      <Opening>{STANDS[letter.state](contact?.name ?? '', moment)}</Opening>
      <div className={styles.columns}>
        <div className={styles.side}>
          <Envelope letter={letter} contact={contact} />
        </div>
        {isEdited ? (
          <WordsForm letter={letter} onLeave={() => setEdited(false)} />
        ) : (
          <div>
            <Paper subject={letter.subject} body={letter.body} />
            <div className={styles.verbs}>
              <StepVerbs step={letter} isOnItsPage />
              {mayEdit ? <Button onClick={() => setEdited(true)}>{EDIT}</Button> : null}
            </div>
          </div>
        )}
      </div>
    </>
  );
}
