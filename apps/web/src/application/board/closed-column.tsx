/** What is over, folded into one narrow column: it takes what is dropped on its parts, open or not. */
import type { Stage } from '@app/contracts/words';
import { type ReactNode, useId, useState } from 'react';
import type { Application } from '../../api/shapes.js';
import { Button } from '../../look/button.js';
import { useApplications } from '../application.queries.js';
import { STAGE } from '../application.words.js';
import { takes } from './board.policy.js';
import { CLOSED } from './columns.policy.js';
import styles from './board.module.css';
import { CLOSED_HEADING, FOLD, SHOW_CLOSED } from './board.words.js';
import { Cards, type OnBoard } from './cards.js';
import { useTarget } from './use-drag.js';

interface Props extends OnBoard {
  counts: Record<Stage, number>;
  dragged: Application | null;
  undo: ReactNode;
}

export function ClosedColumn({ counts, dragged, undo, ...board }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  // Folded, too, it hears of what changes: what is opened is as it is now.
  useApplications({ q: board.q, stage: CLOSED });
  const sum = CLOSED.reduce((all, stage) => all + counts[stage], 0);
  return (
    <section className={styles.closed} aria-labelledby={id} data-open={isOpen}>
      <div className={styles.head}>
        <h2 id={id} className={styles.heading}>
          {CLOSED_HEADING} <span className={styles.count}>{sum}</span>
        </h2>
        {undo}
      </div>
      <ul className={styles.parts}>
        {CLOSED.map((stage) => (
          <Part key={stage} stage={stage} count={counts[stage]} dragged={dragged} />
        ))}
      </ul>
      {sum === 0 ? null : (
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? FOLD : SHOW_CLOSED}
        </Button>
      )}
      {isOpen ? <Cards stages={CLOSED} labelledBy={id} {...board} /> : null}
    </section>
  );
}

function Part({ stage, count, dragged }: { stage: Stage; count: number; dragged: Application | null }) {
  const { ref, isOver } = useTarget<HTMLLIElement>(stage);
  return (
    <li ref={ref} className={styles.part} data-takes={takes(dragged, stage)} data-over={isOver}>
      {STAGE[stage]} <span className={styles.count}>{count}</span>
    </li>
  );
}
