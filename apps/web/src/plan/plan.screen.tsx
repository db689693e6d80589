import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { FollowUp } from '../api/shapes.js';
import { NoLink } from '../application/no-link.js';
import { Pause } from '../follow-up/pause/pause.js';
import { PauseLine } from '../follow-up/pause/pause-line.js';
import { useStillness } from '../live/use-stillness.js';
import { Button } from '../look/button.js';
import { Group } from '../look/list.js';
import { PRINT } from '../look/print.words.js';
import { Opening } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { useYours } from '../time/yours.js';
import { Filters } from './filters.js';
import { Many } from './many.js';
import { NotGoing } from './not-going.js';
import { byDay, MOST_ON_PAPER, placed } from './plan.policy.js';
import { aheadQuery, heldQuery, useRows } from './plan.queries.js';
import { PlanRow } from './plan-row.js';
import styles from './plan.module.css';
import {
  aheadOpening,
  dayHeading,
  EARLIER,
  EMPTY,
  HEADING,
  laterOnes,
  MORE,
  NO_DAY,
  NONE_OF_KIND,
  NOTHING_BY_ITSELF,
} from './plan.words.js';

const route = getRouteApi('/frame/plan');
const idOf = ({ id }: FollowUp) => id;

/** With it, or without it where it was among them. */
const withOr = (marked: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  marked.has(id) ? new Set([...marked].filter((one) => one !== id)) : new Set([...marked, id]);

export default function PlanScreen() {
  useTitle(HEADING);
  const { show, stands } = route.useSearch();
  const yours = useYours();
  const ahead = useRows(aheadQuery({ show, stands }));
  const held = useRows(heldQuery({ show, stands }));
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const { keep, touched } = useStillness();
  const asked = JSON.stringify([show, stands, ahead.pages, held.pages, ahead.isPlaceholderData]);
  const now = placed(ahead.rows ?? [], held.rows ?? []);
  const dated = keep(`days ${asked}`, now.dated, idOf);
  const isHeldShown = stands === undefined || stands === 'held';
  const undated = keep(`held ${asked}`, isHeldShown ? now.undated : [], idOf);
  const next = dated.find(({ dueAt, state }) => new Date(dueAt) > yours.now && state !== 'draft');
  const isFiltered = show !== undefined || stands !== undefined;
  const isAny = dated.length > 0 || undated.length > 0;
  const onPaper = new Set([...undated, ...dated].slice(0, MOST_ON_PAPER).map(idOf));
  const markOne = (id: string) => setMarked((before) => withOr(before, id));
  const rowOf = (followUp: FollowUp) => (
    <PlanRow
      key={followUp.id}
      followUp={followUp}
      marked={marked.has(followUp.id)}
      onMark={markOne}
      isBeyond={!onPaper.has(followUp.id)}
    />
  );
  const beyond = dated.length + undated.length - onPaper.size;
  const pages = [ahead, ...(isHeldShown ? [held] : [])].filter(({ hasNextPage }) => hasNextPage);
  return (
    <>
      <Opening over={HEADING}>
        {next ? aheadOpening(next, yours) : isAny ? NOTHING_BY_ITSELF : isFiltered ? NONE_OF_KIND : EMPTY}
      </Opening>
      <div className={styles.head}>
        <PauseLine />
        <div className={styles.deeds}>
          <Pause />
          {isAny ? (
            <Button weight="quiet" onClick={() => window.print()}>
              {PRINT}
            </Button>
          ) : null}
        </div>
        {isAny || isFiltered ? <Filters show={show} stands={stands} /> : <NoLink no="new" weight="filled" />}
      </div>
      <div {...touched} aria-busy={ahead.isPlaceholderData}>
        {undated.length === 0 ? null : <Group heading={NO_DAY}>{undated.map(rowOf)}</Group>}
        {byDay(dated, yours.timezone, yours.now).map(({ date, rows }) => (
          <Group key={date ?? ''} heading={date === null ? EARLIER : dayHeading(date, yours)}>
            {rows.map(rowOf)}
          </Group>
        ))}
      </div>
      {beyond === 0 ? null : <p className={styles.beyond}>{laterOnes(beyond)}</p>}
      {pages.map((one, index) => (
        <Button key={index} onClick={() => void one.fetchNextPage()} disabled={one.isFetchingNextPage}>
          {MORE}
        </Button>
      ))}
      <Many ids={[...marked]} onClear={() => setMarked(new Set())} />
      <NotGoing asked={{ show }} />
    </>
  );
}
