import { STAGES } from '@app/contracts/words';
import { getRouteApi } from '@tanstack/react-router';
import { FindWords } from '../../look/find-words.js';
import { Opening } from '../../look/said.js';
import { useTitle } from '../../look/title.js';
import { useNarrow } from '../../look/use-narrow.js';
import { useApplications } from '../application.queries.js';
import { STAGE } from '../application.words.js';
import { sumsOf } from '../list/asked.policy.js';
import { counted, FILTER, FIND, HEADING, opening } from '../list/list.words.js';
import { ViewWays } from '../list/view-ways.js';
import { Ways } from '../list/ways.js';
import { WaysIn } from '../list/ways-in.js';
import { NoLink } from '../no-link.js';
import { stageShown } from './board.policy.js';
import { Board } from './board.js';
import styles from './board.module.css';
import { COLUMNS } from './columns.policy.js';

const route = getRouteApi('/frame/applications');

export default function BoardScreen() {
  useTitle(HEADING);
  const { q, stage } = route.useSearch();
  const navigate = route.useNavigate();
  const isNarrow = useNarrow();
  // Each answer counts all stages.
  const { pages } = useApplications({ q, stage: COLUMNS[0] });
  const { counts } = pages[0]!;
  const sums = sumsOf(counts);
  const shown = stageShown(stage, counts);
  const find = (words: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, q: words }), replace: true });
  return (
    <>
      <Opening over={HEADING}>{opening(sums, q)}</Opening>
      {sums.all === 0 && q === undefined ? (
        <WaysIn>
          <NoLink no="new" />
        </WaysIn>
      ) : (
        <>
          <div className={styles.ask}>
            <WaysIn />
            <FindWords label={FIND} q={q} onFind={find} />
            <ViewWays view="board" />
            {isNarrow ? (
              <Ways
                label={FILTER}
                ways={STAGES.map((one) => ({
                  word: counted(STAGE[one], counts[one]),
                  asks: { stage: one },
                  isTaken: one === shown,
                }))}
              />
            ) : null}
          </div>
          <Board q={q} counts={counts} narrow={isNarrow ? shown : null} />
        </>
      )}
    </>
  );
}
