import { useSuspenseQuery } from '@tanstack/react-query';
import { Group, Row } from '../../look/list.js';
import { Section } from '../../look/section.js';
import { Moment } from '../../time/moment.js';
import { momentsIn } from '../../time/moments-in.policy.js';
import { useYours } from '../../time/yours.js';
import styles from '../settings.module.css';
import { boardsQuery } from './installation.queries.js';
import { BOARDS, boardName, NO_BOARD, watchedOf } from './installation.words.js';

export function BoardsInTrouble() {
  const { data: boards } = useSuspenseQuery(boardsQuery);
  const yours = useYours();
  const inTrouble = boards.filter(({ why }) => why !== null);
  if (inTrouble.length === 0)
    return (
      <Section heading={BOARDS}>
        <p>{NO_BOARD}</p>
      </Section>
    );
  return (
    <Group heading={BOARDS}>
      {inTrouble.map(({ id, provider, slug, why, lastSweepAt, watching }) => (
        <Row
          key={id}
          title={boardName(provider, slug)}
          reason={
            <>
              <p className={styles.machine}>{why === null ? null : momentsIn(why, yours)}</p>
              <p>{watchedOf(watching.length)}</p>
            </>
          }
          times={lastSweepAt === null ? null : <Moment at={lastSweepAt} />}
        />
      ))}
    </Group>
  );
}
