import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RejectionsInsight } from '../api/shapes.js';
import { StepVerbs } from '../follow-up/step-verbs.js';
import { buttonLook } from '../look/button.js';
import { Group } from '../look/list.js';
import { Opening } from '../look/said.js';
import { Section } from '../look/section.js';
import { useTitle } from '../look/title.js';
import { paths } from '../paths.js';
import { insightQuery, newestQuery, streakReminderQuery } from './look-back.queries.js';
import styles from './look-back.module.css';
import {
  BY_REASON,
  BY_STAGE,
  EACH,
  IN_A_ROW,
  NO_ROW,
  NO_ROW_WAY_ON,
  OF_ALL,
  PATTERN,
  PATTERN_OPENING,
  REST,
  REST_WORDS,
  TO_ROOM,
} from './look-back.words.js';
import { RejectionRow } from './rejection-row.js';
import { reasonShares, Shares, stageShares } from './shares.js';

const OVER = new Set(['done', 'cancelled', 'skipped', 'failed']);

type Counted = Pick<RejectionsInsight['streak'], 'byStage' | 'byReason'>;

/** Nothing is set by it, and nothing is asked. */
export default function PatternScreen() {
  useTitle(PATTERN);
  const { data: insight } = useSuspenseQuery(insightQuery);
  const { data: newest } = useSuspenseQuery(newestQuery);
  const { data: reminder } = useSuspenseQuery(streakReminderQuery);
  // What ends it here stays, with what takes that back.
  const [isOpen] = useState(() => reminder !== null && !OVER.has(reminder.state));
  const { streak, sample } = insight;
  const row = newest.data.filter((one) => one.sample === sample).slice(0, streak.length);
  const isRow = streak.length > 1;
  return (
    <>
      <Opening over={PATTERN}>{isRow ? PATTERN_OPENING : NO_ROW}</Opening>
      {reminder === null || !isOpen ? null : (
        <div className={styles.way}>
          <StepVerbs step={reminder} timezone={null} isOnItsPage />
        </div>
      )}
      <div className={styles.form}>
        {isRow ? (
          <>
            <Section heading={REST}>
              <p>{REST_WORDS}</p>
            </Section>
            <Both heading={IN_A_ROW} {...streak} />
            <Both heading={OF_ALL} {...insight} />
            <Group heading={EACH}>
              {row.map((rejection) => (
                <RejectionRow key={rejection.id} rejection={rejection} />
              ))}
            </Group>
          </>
        ) : (
          <p className={styles.quiet}>{NO_ROW_WAY_ON}</p>
        )}
        <Link to={paths.lookBack()} {...buttonLook()}>
          {TO_ROOM}
        </Link>
      </div>
    </>
  );
}

function Both({ heading, byStage, byReason }: Counted & { heading: string }) {
  return (
    <Section heading={heading}>
      <div className={styles.pair}>
        <Shares heading={BY_STAGE} of={byStage.of} conclusive={byStage.conclusive} shares={stageShares(byStage)} />
        <Shares heading={BY_REASON} of={byReason.of} conclusive shares={reasonShares(byReason)} />
      </div>
    </Section>
  );
}
