/** The cards of one stage or several: fifty, and more when they are wanted. */
import type { Stage } from '@app/contracts/words';
import type { Application } from '../../api/shapes.js';
import { Button } from '../../look/button.js';
import { useApplications } from '../application.queries.js';
import { withPlaced } from './board.policy.js';
import { MORE, NONE_HERE } from './board.words.js';
import styles from './board.module.css';
import { Card } from './card.js';

/** What every column is given by the board. */
export interface OnBoard {
  q: string | undefined;
  placed: { application: Application; stage: Stage } | null;
  /** The rows to show of those that there are: none jumps under the pointer. */
  keep(list: string, rows: readonly Application[]): readonly Application[];
  /** Whose menu is open. */
  askedId: string | null;
  onStage(application: Application, button: HTMLElement): void;
}

interface Props extends OnBoard {
  stages: readonly Stage[];
  labelledBy: string;
}

export function Cards({ stages, labelledBy, q, placed, keep, askedId, onStage }: Props) {
  const { pages, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useApplications({
    q,
    stage: stages.length === 1 ? stages[0] : stages,
  });
  const kept = keep(
    JSON.stringify([stages, q, pages.length, isPlaceholderData]),
    pages.flatMap(({ data }) => data),
  );
  const cards = withPlaced(kept, stages, placed);
  return (
    <div className={styles.pile}>
      <ul className={styles.cards} aria-labelledby={labelledBy} aria-busy={isPlaceholderData}>
        {cards.map((application) => (
          <Card key={application.id} application={application} isAsked={askedId === application.id} onStage={onStage} />
        ))}
      </ul>
      {cards.length === 0 ? <p className={styles.none}>{NONE_HERE}</p> : null}
      {hasNextPage ? (
        <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
          {MORE}
        </Button>
      ) : null}
    </div>
  );
}
