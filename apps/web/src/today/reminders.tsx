/** What was said and is not done: the loudest first, the rest when somebody asks. */
import { useState } from 'react';
import type { FollowUpInToday } from '../api/shapes.js';
import { Button } from '../look/button.js';
import { Group } from '../look/list.js';
import { loudest } from './today.policy.js';
import styles from './today.module.css';
import { quieterOnes, REMINDERS } from './today.words.js';
import { TodayRow } from './today-row.js';

interface Props {
  rows: readonly FollowUpInToday[];
  /** The row that is the one thing to do on the page. */
  firstId: string | undefined;
}

export function Reminders({ rows, firstId }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { shown, quieter } = loudest(rows);
  if (rows.length === 0) return null;
  return (
    <Group heading={REMINDERS}>
      {(isOpen ? rows : shown).map((row) => (
        <TodayRow key={row.id} followUp={row} isFirst={row.id === firstId} />
      ))}
      {isOpen || quieter.length === 0 ? null : (
        <li className={styles.folded}>
          <Button onClick={() => setOpen(true)}>{quieterOnes(quieter.length)}</Button>
        </li>
      )}
    </Group>
  );
}
