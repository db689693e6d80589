import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useStillness } from '../../live/use-stillness.js';
import { Group, Row } from '../../look/list.js';
import { Opening } from '../../look/said.js';
import { titleLook } from '../../look/title-look.js';
import { useTitle } from '../../look/title.js';
import { paths } from '../../paths.js';
import { boardName, NEVER_SEEN, STATUS } from '../../vacancy/vacancy.words.js';
import { BoardTimes } from '../board-times.js';
import { BoardTrouble } from '../board-trouble.js';
import { boardQuery } from '../radar.queries.js';
import styles from '../radar.module.css';
import { SweepNow } from '../sweep-now.js';
import { boardOpening, MINE, NONE_MINE, TROUBLED } from './board.words.js';
import { Postings } from './postings.js';
import { Readings } from './readings.js';

const route = getRouteApi('/frame/radar/boards/$id');

export default function BoardScreen() {
  const { id } = route.useParams();
  const asked = route.useSearch();
  const { data: board } = useSuspenseQuery(boardQuery(id));
  const { keep, touched } = useStillness();
  const { why, outcome, watching, openPostings, lastSweepAt, sweeps } = board;
  const name = boardName(board);
  useTitle(name);
  const opening = boardOpening({ isRead: lastSweepAt !== null, openPostings, mine: watching.length });
  return (
    <>
      <Opening over={name}>{(why !== null && outcome !== null && TROUBLED[outcome]) || opening}</Opening>
      <div className={styles.standing}>
        <BoardTrouble board={board} />
        <p>
          <BoardTimes board={board} />
        </p>
        <SweepNow key={id} board={board} />
      </div>
      <div className={styles.lists} {...touched}>
        <div className={styles.group}>
          <Group heading={MINE}>
            {watching.map(({ vacancyId, applicationId, title, companyName, status, neverSeen }) => (
              <Row
                key={vacancyId}
                title={
                  applicationId === null ? (
                    title
                  ) : (
                    <Link to={paths.application(applicationId)} {...titleLook()}>
                      {title}
                    </Link>
                  )
                }
                reason={
                  <>
                    <p>{companyName}</p>
                    {neverSeen ? <p>{NEVER_SEEN}</p> : null}
                  </>
                }
                times={<span className={styles.state}>{STATUS[status]}</span>}
              />
            ))}
            {watching.length === 0 ? <li className={styles.none}>{NONE_MINE}</li> : null}
          </Group>
        </div>
        <Postings key={id} id={id} asked={asked} keep={keep} />
        <Readings sweeps={sweeps} />
      </div>
    </>
  );
}
