/** What has opened again, the newest first. */
import type { VacancyPage } from '../api/shapes.js';
import { Group } from '../look/list.js';
import { Door } from './door.js';
import { type Keep, type Listed, nameOf } from './listed.js';
import { More } from './more.js';
import { firstToDo } from './radar.policy.js';
import { DOORS, NO_DOORS } from './radar.words.js';
import styles from './radar.module.css';

export function Doors({ list, keep }: { list: Listed<VacancyPage>; keep: Keep }) {
  const doors = keep(
    nameOf('doors', list),
    list.data.pages.flatMap(({ data }) => data),
    ({ id }) => id,
  );
  const first = firstToDo(doors);
  return (
    <div className={styles.group}>
      <Group heading={DOORS}>
        {doors.map((door) => (
          <Door key={door.id} vacancy={door} firstId={first} />
        ))}
        {doors.length === 0 ? <li className={styles.none}>{NO_DOORS}</li> : null}
      </Group>
      <More of={DOORS} list={list} />
    </div>
  );
}
