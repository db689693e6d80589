/** Where jobs are watched: how the last reading went, and when the next one is. */
import type { Board } from '../api/shapes.js';
import { Ways } from '../application/list/ways.js';
import { Group } from '../look/list.js';
import type { AskedOfRadar } from './asked.policy.js';
import { BoardRow } from './board-row.js';
import { type Keep, type Listed, nameOf } from './listed.js';
import { More } from './more.js';
import styles from './radar.module.css';
import { ALL, BOARDS, NO_BOARDS, NO_TROUBLE, SHOW_BOARDS, TROUBLE } from './radar.words.js';

interface Props {
  list: Listed<{ data: Board[] }>;
  asked: AskedOfRadar;
  keep: Keep;
}

export function Boards({ list, asked: { boards: which }, keep }: Props) {
  const boards = keep(
    nameOf('boards', list, { which }),
    list.data.pages.flatMap(({ data }) => data),
    ({ id }) => id,
  );
  const isAny = boards.length > 0 || which !== undefined;
  return (
    <div className={styles.group} aria-busy={list.isPlaceholderData}>
      <Group heading={BOARDS}>
        {isAny ? (
          <li className={styles.ask}>
            <Ways
              label={SHOW_BOARDS}
              ways={[
                { word: ALL, asks: { boards: undefined }, isTaken: which === undefined },
                { word: TROUBLE, asks: { boards: 'trouble' }, isTaken: which === 'trouble' },
              ]}
            />
          </li>
        ) : null}
        {boards.map((board) => (
          <BoardRow key={board.id} board={board} />
        ))}
        {boards.length === 0 ? <li className={styles.none}>{which === undefined ? NO_BOARDS : NO_TROUBLE}</li> : null}
      </Group>
      <More of={BOARDS} list={list} />
    </div>
  );
}
