/** A follow-up in the day: who and what, why, when, and what can be done. */
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { settingsQuery } from '../api/account.queries.js';
import { INVENTED } from '../api/invented.words.js';
import type { FollowUpInToday } from '../api/shapes.js';
import { at } from '../application/application.words.js';
import { followUpQuery } from '../follow-up/follow-up.queries.js';
import { HELD, STATE, TITLE } from '../follow-up/follow-up.words.js';
import { placeOf } from '../follow-up/place.js';
import { markOf } from '../follow-up/mark.policy.js';
import { newer } from '../follow-up/newer.policy.js';
import { StepVerbs } from '../follow-up/step-verbs.js';
import { Row } from '../look/list.js';
import { titleLook } from '../look/title-look.js';
import { paths } from '../paths.js';
import { Day } from '../time/day.js';
import { minuteOfDay } from '../time/moments.policy.js';
import { MorningBand } from '../time/morning-band.js';
import { TwoClocks } from '../time/two-clocks.js';
import { useYours } from '../time/yours.js';
import styles from './today.module.css';
import { plannedFor, SINCE } from './today.words.js';

interface Props {
  followUp: FollowUpInToday;
  /** The one thing to do on the page. */
  isFirst?: boolean;
}

export function TodayRow({ followUp, isFirst = false }: Props) {
  const { data: pressed } = useQuery({ ...followUpQuery(followUp.id), enabled: false });
  const { id, kind, audience, state, heldWhy, why, dueAt, sentAt } = newer<Shown>(followUp, pressed);
  const { contact, application } = followUp;
  const { now } = useYours();
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const { sendingWindow, timezone } = settings;
  const moment = sentAt ?? dueAt;
  const isLetter = audience === 'contact';
  const title = TITLE[kind](contact?.name ?? null);
  const job = application === null ? null : at(application.title, application.companyName);
  const page = placeOf(followUp);
  return (
    <Row
      title={
        <Link to={page} {...titleLook()}>
          {title}
        </Link>
      }
      mark={followUp.sample ? INVENTED : undefined}
      reason={
        <>
          {job === null && contact === null ? null : (
            <p>
              {job}
              {job === null || contact === null ? null : ' · '}
              {contact === null ? null : <Link to={paths.person(contact.id)}>{contact.name}</Link>}
            </p>
          )}
          <p>{why}</p>
        </>
      }
      times={
        isLetter ? (
          <>
            {state === 'draft' ? (
              <span className={styles.since}>{plannedFor(new Date(moment) > now)}</span>
            ) : (
              <span className={styles.state}>{heldWhy === null ? STATE.contact[state] : HELD[heldWhy]}</span>
            )}
            <TwoClocks at={moment} theirs={contact?.timezone ?? null} />
            <MorningBand
              window={sendingWindow}
              at={minuteOfDay(new Date(moment), contact?.timezone ?? timezone)}
              mark={markOf({ state, audience })}
            />
          </>
        ) : (
          <span className={styles.since}>
            {SINCE} <Day at={moment} />
          </span>
        )
      }
      hasSeveralVerbs
      verbs={
        <StepVerbs
          step={{ id, kind, state, audience, heldWhy }}
          of={job === null ? title : `${title}, ${job}`}
          timezone={contact?.timezone ?? null}
          isFirst={isFirst}
        />
      }
    />
  );
}

type Shown = Omit<FollowUpInToday, 'contact' | 'application'>;
