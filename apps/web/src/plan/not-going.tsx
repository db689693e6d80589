/** What was stopped, or never planned, each with its reason: read only when somebody asks. */
import { Suspense, useState } from 'react';
import { useStillness } from '../live/use-stillness.js';
import { Button } from '../look/button.js';
import { Group } from '../look/list.js';
import type { PlanAsked } from './plan.policy.js';
import { overQuery, useRows } from './plan.queries.js';
import { PlanRow } from './plan-row.js';
import styles from './plan.module.css';
import { HIDE, MORE, NOT_GOING, NOTHING_STOPPED, SEE_NOT_GOING } from './plan.words.js';

export function NotGoing({ asked }: { asked: PlanAsked }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.over}>
      <Button weight="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? HIDE : SEE_NOT_GOING}
      </Button>
      {isOpen ? (
        <Suspense>
          <Over asked={asked} />
        </Suspense>
      ) : null}
    </div>
  );
}

function Over({ asked }: { asked: PlanAsked }) {
  const { rows: read, pages, hasNextPage, fetchNextPage, isFetchingNextPage } = useRows(overQuery(asked));
  const { keep, touched } = useStillness();
  if (read === undefined) return null;
  // What was brought back says so where it was.
  const rows = keep(`over ${asked.show} ${pages}`, read, ({ id }) => id);
  if (rows.length === 0) return <p>{NOTHING_STOPPED}</p>;
  return (
    <div {...touched}>
      <Group heading={NOT_GOING}>
        {rows.map((row) => (
          <PlanRow key={row.id} followUp={row} marked={null} />
        ))}
      </Group>
      {hasNextPage ? (
        <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
          {MORE}
        </Button>
      ) : null}
    </div>
  );
}
