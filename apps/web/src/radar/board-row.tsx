import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { Board } from '../api/shapes.js';
import { Row } from '../look/list.js';
import { titleLook } from '../look/title-look.js';
import { paths } from '../paths.js';
import { boardName } from '../vacancy/vacancy.words.js';
import { BoardTimes } from './board-times.js';
import { BoardTrouble } from './board-trouble.js';
import { openings, yours } from './radar.words.js';
import { SweepNow } from './sweep-now.js';

/** One row more leaves the others as they are. */
export const BoardRow = memo(function BoardRow({ board }: { board: Board }) {
  const { id, openPostings, watching } = board;
  const name = boardName(board);
  return (
    <Row
      title={
        <Link to={paths.board(id)} {...titleLook()}>
          {name}
        </Link>
      }
      reason={
        <>
          <p>
            {openPostings === null ? null : `${openings(openPostings)} · `}
            {yours(watching.length)}
          </p>
          <BoardTrouble board={board} />
        </>
      }
      times={<BoardTimes board={board} />}
      verbs={<SweepNow board={board} of={name} />}
    />
  );
});
