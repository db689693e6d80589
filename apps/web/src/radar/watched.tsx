/** Every job that is watched, and how it stands; which of them, the address says. */
import { VACANCY_STATUSES } from '@app/contracts/words';
import { useNavigate } from '@tanstack/react-router';
import type { VacancyPage } from '../api/shapes.js';
import { FindWords } from '../look/find-words.js';
import { Ways } from '../application/list/ways.js';
import { Group } from '../look/list.js';
import type { AskedOfRadar } from './asked.policy.js';
import { type Keep, type Listed, nameOf } from './listed.js';
import { More } from './more.js';
import { sumOf } from './radar.policy.js';
import styles from './radar.module.css';
import { allOf, counted, FIND, NONE_OF_THESE, NOTHING_WATCHED, SHOW, WATCHED } from './radar.words.js';
import { WatchedRow } from './watched-row.js';

interface Props {
  list: Listed<VacancyPage>;
  asked: AskedOfRadar;
  keep: Keep;
}

export function Watched({ list, asked: { show, q }, keep }: Props) {
  const navigate = useNavigate();
  const { pages } = list.data;
  const { counts } = pages[0]!;
  const sum = sumOf(counts);
  const rows = keep(
    nameOf('watched', list, { show, q }),
    pages.flatMap(({ data }) => data),
    ({ id }) => id,
  );
  const isAny = sum > 0 || q !== undefined;
  const find = (words: string | undefined) =>
    void navigate({ to: '.', search: (shown) => ({ ...shown, q: words }), replace: true, resetScroll: false });
  return (
    <div className={styles.group} aria-busy={list.isPlaceholderData}>
      <Group heading={WATCHED}>
        {isAny ? (
          <li className={styles.ask}>
            <FindWords label={FIND} q={q} onFind={find} />
            <Ways
              label={SHOW}
              ways={[undefined, ...VACANCY_STATUSES.filter((one) => counts[one] > 0 || one === show)].map((one) => ({
                word: one === undefined ? allOf(sum) : counted(one, counts[one]),
                asks: { show: one },
                isTaken: one === show,
              }))}
            />
          </li>
        ) : null}
        {rows.map((vacancy) => (
          <WatchedRow key={vacancy.id} vacancy={vacancy} />
        ))}
        {rows.length === 0 ? <li className={styles.none}>{isAny ? NONE_OF_THESE : NOTHING_WATCHED}</li> : null}
      </Group>
      <More of={WATCHED} list={list} />
    </div>
  );
}
