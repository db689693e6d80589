import type { Stage } from '@app/contracts/words';
import { type HTMLAttributes, useId } from 'react';
import { STAGE } from '../application.words.js';
import styles from './board.module.css';
import { Cards, type OnBoard } from './cards.js';

interface Props extends OnBoard {
  stage: Stage;
  count: number;
  touched: HTMLAttributes<HTMLElement>;
}

export function OneStage({ stage, count, touched, ...board }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} {...touched}>
      <h2 id={id} className={styles.heading}>
        {STAGE[stage]} <span className={styles.count}>{count}</span>
      </h2>
      <Cards stages={[stage]} labelledBy={id} {...board} />
    </section>
  );
}
