import { WARMTHS } from '@app/contracts/words';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Ways } from '../../application/list/ways.js';
import { useStillness } from '../../live/use-stillness.js';
import { Button } from '../../look/button.js';
import { FindWords } from '../../look/find-words.js';
import { Opening } from '../../look/said.js';
import { useTitle } from '../../look/title.js';
import { usePeople } from '../contact.queries.js';
import { AddPerson } from '../person/add-person.js';
import { WHOS } from './asked.policy.js';
import { PersonRow } from './person-row.js';
import styles from './people.module.css';
import {
  ADD,
  ALL,
  counted,
  EVERYBODY,
  FILTER,
  FILTER_WHO,
  FIND,
  HEADING,
  MORE,
  NONE_LIKE_IT,
  opening,
  WARMTH,
  WHO_ARE,
} from './people.words.js';

const route = getRouteApi('/frame/people');

export default function PeopleScreen() {
  useTitle(HEADING);
  const { q, warmth, who } = route.useSearch();
  const navigate = route.useNavigate();
  const { pages, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = usePeople({ q, warmth, who });
  const { keep, touched } = useStillness();
  const [isAdding, setAdding] = useState(false);
  const { counts } = pages[0]!;
  const all = counts.warm + counts.cooling + counts.cold;
  const isNarrowed = q !== undefined || who !== undefined;
  const asked = JSON.stringify([q, warmth, who, pages.length, isPlaceholderData]);
  const people = keep(
    asked,
    pages.flatMap((page) => page.data),
    ({ id }) => id,
  );
  const find = (words: string | undefined) =>
    void navigate({ search: (shown) => ({ ...shown, q: words }), replace: true });
  return (
    <>
      <Opening over={HEADING}>{opening(counts, isNarrowed)}</Opening>
      <div className={styles.verb}>
        {isAdding ? (
          <AddPerson onLeave={() => setAdding(false)} />
        ) : (
          <Button weight="filled" onClick={() => setAdding(true)}>
            {ADD}
          </Button>
        )}
      </div>
      {all > 0 || isNarrowed ? (
        <div className={styles.ask}>
          <FindWords label={FIND} q={q} onFind={find} />
          <Ways
            label={FILTER}
            ways={[undefined, ...WARMTHS.filter((one) => counts[one] > 0 || one === warmth)].map((one) => ({
              word: one === undefined ? counted(ALL, all) : counted(WARMTH[one], counts[one]),
              asks: { warmth: one },
              isTaken: one === warmth,
            }))}
          />
          <Ways
            label={FILTER_WHO}
            ways={[undefined, ...WHOS].map((one) => ({
              word: one === undefined ? EVERYBODY : WHO_ARE[one],
              asks: { who: one },
              isTaken: one === who,
            }))}
          />
        </div>
      ) : null}
      {people.length === 0 && all > 0 ? <p>{NONE_LIKE_IT}</p> : null}
      <ul className={styles.list} aria-busy={isPlaceholderData} {...touched}>
        {people.map((contact) => (
          <PersonRow key={contact.id} contact={contact} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
          {MORE}
        </Button>
      ) : null}
    </>
  );
}
