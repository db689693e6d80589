import { STAGES } from '@app/contracts/words';
import { getRouteApi } from '@tanstack/react-router';
import { useStillness } from '../../live/use-stillness.js';
import { Button } from '../../look/button.js';
import { FindWords } from '../../look/find-words.js';
import { Opening } from '../../look/said.js';
import { useTitle } from '../../look/title.js';
import { useApplications } from '../application.queries.js';
import { STAGE } from '../application.words.js';
import { NoLink } from '../no-link.js';
import { ApplicationRow } from './application-row.js';
import { SORTS, sumsOf } from './asked.policy.js';
import styles from './list.module.css';
import { ALL, counted, FILTER, FIND, HEADING, MORE, NONE_OF_STAGE, opening, ORDER, SORT } from './list.words.js';
import { ViewWays } from './view-ways.js';
import { Ways } from './ways.js';
import { WaysIn } from './ways-in.js';

const route = getRouteApi('/frame/applications');

export default function ApplicationsScreen() {
  useTitle(HEADING);
  const { q, stage, sort } = route.useSearch();
  const navigate = route.useNavigate();
  const { pages, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useApplications({
    q,
    stage,
    sort,
  });
  const { keep, touched } = useStillness();
  const asked = JSON.stringify([q, stage, sort, pages.length, isPlaceholderData]);
  const applications = keep(
    asked,
    pages.flatMap((page) => page.data),
    ({ id }) => id,
  );
  const { counts } = pages[0]!;
  const sums = sumsOf(counts);
  const isAny = sums.all > 0 || q !== undefined;
  const find = (words: string | undefined) =>
    void navigate({ search: (shown) => ({ ...shown, q: words }), replace: true });
  return (
    <>
      <Opening over={HEADING}>{opening(sums, q)}</Opening>
      {isAny ? (
        <div className={styles.ask}>
          <WaysIn />
          <FindWords label={FIND} q={q} onFind={find} />
          <ViewWays view="list" />
          <Ways
            label={FILTER}
            ways={[undefined, ...STAGES.filter((one) => counts[one] > 0 || one === stage)].map((one) => ({
              word: one === undefined ? counted(ALL, sums.all) : counted(STAGE[one], counts[one]),
              asks: { stage: one },
              isTaken: one === stage,
            }))}
          />
          {applications.length > 1 ? (
            <Ways
              label={ORDER}
              ways={SORTS.map((one, index) => ({
                word: SORT[one],
                asks: { sort: index === 0 ? undefined : one },
                isTaken: one === (sort ?? SORTS[0]),
              }))}
            />
          ) : null}
        </div>
      ) : (
        <WaysIn>
          <NoLink no="new" />
        </WaysIn>
      )}
      {applications.length === 0 && stage !== undefined ? <p>{NONE_OF_STAGE}</p> : null}
      <ul className={styles.list} aria-busy={isPlaceholderData} {...touched}>
        {applications.map((application) => (
          <ApplicationRow key={application.id} application={application} />
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
