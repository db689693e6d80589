import { getRouteApi } from '@tanstack/react-router';
import { useStillness } from '../live/use-stillness.js';
import { Opening } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { Boards } from './boards.js';
import { Doors } from './doors.js';
import { NewRoles } from './new-roles.js';
import styles from './radar.module.css';
import { openingOf, sumOf } from './radar.policy.js';
import { useBoards, useDoors, useNewRoles, useWatched } from './radar.queries.js';
import { HEADING, openingSentence } from './radar.words.js';
import { WatchBoard } from './watch-board.js';
import { Watched } from './watched.js';

const route = getRouteApi('/frame/radar');

export default function RadarScreen() {
  useTitle(HEADING);
  const asked = route.useSearch();
  const [doors, newRoles, watched, boards] = [useDoors(), useNewRoles(), useWatched(asked), useBoards(asked)];
  const opened = doors.data.pages.flatMap(({ data }) => data);
  const watching = watched.data.pages[0]!.counts;
  const { keep, touched } = useStillness();
  const isAny = sumOf(watching) + opened.length + boards.data.pages[0]!.data.length > 0 || asked.q !== undefined;
  return (
    <>
      <Opening over={HEADING}>
        {openingSentence(openingOf(opened, doors.data.pages[0]!.counts, sumOf(watching)))}
      </Opening>
      {isAny || asked.boards !== undefined ? (
        <div className={styles.lists} {...touched}>
          <Doors list={doors} keep={keep} />
          <NewRoles list={newRoles} keep={keep} />
          <Watched list={watched} asked={asked} keep={keep} />
          <Boards list={boards} asked={asked} keep={keep} />
        </div>
      ) : null}
      <WatchBoard isFirst={!isAny} />
    </>
  );
}
