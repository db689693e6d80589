import { useSuspenseQuery } from '@tanstack/react-query';
import { AddLink } from '../application/add-link.js';
import { NoLink } from '../application/no-link.js';
import { PauseLine } from '../follow-up/pause/pause-line.js';
import { useStillness } from '../live/use-stillness.js';
import { Opening } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { dayAtLength } from '../time/moments.policy.js';
import { useYours } from '../time/yours.js';
import { GoesByItself } from './goes-by-itself.js';
import { InterviewRow } from './interview-row.js';
import { News } from './news.js';
import { Reminders } from './reminders.js';
import { TodayGroup } from './today-group.js';
import { isNobodyWaiting, openingOf } from './today.policy.js';
import styles from './today.module.css';
import { todayQuery } from './today.queries.js';
import { daysOpening, DRAFTS, EMPTY, HEADING, INTERVIEWS, QUESTIONS } from './today.words.js';
import { TodayRow } from './today-row.js';

export default function TodayScreen() {
  useTitle(HEADING);
  const { data: today } = useSuspenseQuery(todayQuery);
  const yours = useYours();
  const { keep, touched } = useStillness();
  const questions = keep('questions', today.questions, idOf);
  const drafts = keep('drafts', today.drafts, idOf);
  const interviews = keep('interviews', today.interviews, idOf);
  const reminders = keep('reminders', today.reminders, idOf);
  const goesBySelf = keep('goesBySelf', today.goesBySelf, idOf);
  const firstId = (questions[0] ?? drafts[0] ?? reminders[0])?.id;
  return (
    <>
      <Opening over={dayAtLength(yours.now, yours)}>{daysOpening(openingOf(today), yours)}</Opening>
      <PauseLine />
      <div {...touched}>
        <TodayGroup heading={QUESTIONS} rows={questions}>
          {(row) => <TodayRow key={row.id} followUp={row} isFirst={row.id === firstId} />}
        </TodayGroup>
        <TodayGroup heading={INTERVIEWS} rows={interviews}>
          {(row) => <InterviewRow key={row.id} interview={row} />}
        </TodayGroup>
        <TodayGroup heading={DRAFTS} rows={drafts}>
          {(row) => <TodayRow key={row.id} followUp={row} isFirst={row.id === firstId} />}
        </TodayGroup>
        <Reminders rows={reminders} firstId={firstId} />
        <GoesByItself rows={goesBySelf} />
      </div>
      {isNobodyWaiting(today) && today.next === null ? (
        <div className={styles.empty}>
          <p>{EMPTY}</p>
          <AddLink weight="filled" />
          <NoLink no="new" />
        </div>
      ) : null}
      <News items={today.news.items} />
    </>
  );
}

const idOf = ({ id }: { id: string }) => id;
