/** What needs no word. More than a few are one line until somebody asks. */
import { useState } from 'react';
import type { FollowUpInToday } from '../api/shapes.js';
import { Button } from '../look/button.js';
import { Group } from '../look/list.js';
import { day } from '../time/moments.policy.js';
import { useYours } from '../time/yours.js';
import { isFolded } from './today.policy.js';
import styles from './today.module.css';
import { GOES_BY_ITSELF, lettersUntil, SHOW_EACH } from './today.words.js';
import { TodayRow } from './today-row.js';

export function GoesByItself({ rows }: { rows: readonly FollowUpInToday[] }) {
  const [isOpen, setOpen] = useState(false);
  const yours = useYours();
  const last = rows.at(-1);
  if (last === undefined) return null;
  return (
    <Group heading={GOES_BY_ITSELF}>
      {isFolded(rows) && !isOpen ? (
        <li className={styles.folded}>
          {lettersUntil(rows.length, day(new Date(last.dueAt), yours))}
          <Button onClick={() => setOpen(true)}>{SHOW_EACH}</Button>
        </li>
      ) : (
        rows.map((row) => <TodayRow key={row.id} followUp={row} />)
      )}
    </Group>
  );
}
