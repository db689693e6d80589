/** Over the columns: what a move would start or stop, what was done, or why it was not. */
import type { ReactNode } from 'react';
import { sentenceOf } from '../../api/problems.js';
import { Before } from '../../follow-up/before.js';
import { at } from '../application.words.js';
import { isFinal } from '../moves.policy.js';
import { IS_BACK, MOVED, moveWord } from '../moves.words.js';
import type { useBoardMoves } from './board.queries.js';
import styles from './board.module.css';
import { saidOf } from './board.words.js';

type Moves = Pick<ReturnType<typeof useBoardMoves>, 'deed' | 'last' | 'problem'>;

interface Props extends Moves {
  /** The last move is taken back. */
  isBack: boolean;
  /** Why what was dropped does not go there. */
  refused: string | null;
  /** What takes the last move back, where it stands in no column. */
  undo: ReactNode;
}

export function Say({ deed, last, problem, isBack, refused, undo }: Props) {
  if (deed.asked !== null) {
    const { application, to } = deed.asked.deed;
    return (
      <div className={styles.asked}>
        <p>{at(application.title, application.companyName)}</p>
        <Before
          preview={deed.asked.preview}
          verb={moveWord(application.stage, to)}
          isFinal={isFinal(application.stage, to)}
          isPending={deed.isPending}
          problem={deed.problem}
          onYes={() => deed.go(deed.asked!.deed)}
          onLeave={deed.leave}
        />
      </div>
    );
  }
  const wrong = refused ?? (problem === null ? null : sentenceOf(problem));
  return (
    <div className={styles.say}>
      {wrong === null ? null : <p role="alert">{wrong}</p>}
      <p role="status">
        {last === null || wrong !== null
          ? null
          : saidOf(last.from.title, last.from.companyName, isBack ? IS_BACK : MOVED[last.moved.to])}
      </p>
      {undo}
    </div>
  );
}
