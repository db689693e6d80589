import type { Stage } from '@app/contracts/words';
import { type ReactNode, useId } from 'react';
import type { Application } from '../../api/shapes.js';
import { STAGE } from '../application.words.js';
import { takes } from './board.policy.js';
import styles from './board.module.css';
import { Cards, type OnBoard } from './cards.js';
import { useTarget } from './use-drag.js';

interface Props extends OnBoard {
  stage: Stage;
  count: number;
  dragged: Application | null;
  /** What takes the last move back, where it went here. */
  undo: ReactNode;
}

export function Column({ stage, count, dragged, undo, ...board }: Props) {
  const { ref, isOver } = useTarget<HTMLElement>(stage);
  const id = useId();
  return (
    <section
      ref={ref}
      className={styles.column}
      aria-labelledby={id}
      data-takes={takes(dragged, stage)}
      data-over={isOver}
    >
      <div className={styles.head}>
        <h2 id={id} className={styles.heading}>
          {STAGE[stage]} <span className={styles.count}>{count}</span>
        </h2>
        {undo}
      </div>
      <Cards stages={[stage]} labelledBy={id} {...board} />
    </section>
  );
}
