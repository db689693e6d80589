/** What the board shows, or showed, and nobody here recorded: the newest first. */
import { useNavigate } from '@tanstack/react-router';
import { FindWords } from '../../look/find-words.js';
import { Ways } from '../../application/list/ways.js';
import { Group } from '../../look/list.js';
import type { AskedOfBoard } from '../asked.policy.js';
import { type Keep, nameOf } from '../listed.js';
import { More } from '../more.js';
import { usePostings } from '../radar.queries.js';
import styles from '../radar.module.css';
import { SHOW } from '../radar.words.js';
import { FIND, GONE, NEVER_RECORDED, NOTHING_FOUND, NOTHING_OPEN, OPEN } from './board.words.js';
import { PostingRow } from './posting-row.js';

interface Props {
  id: string;
  asked: AskedOfBoard;
  keep: Keep;
}

export function Postings({ id, asked, keep }: Props) {
  const navigate = useNavigate();
  const list = usePostings(id, asked);
  const { q, gone } = asked;
  const postings = keep(
    nameOf('postings', list, { id, q, gone }),
    list.data.pages.flatMap(({ data }) => data),
    ({ postingId }) => postingId,
  );
  const find = (words: string | undefined) =>
    void navigate({ to: '.', search: (shown) => ({ ...shown, q: words }), replace: true, resetScroll: false });
  return (
    <div className={styles.group} aria-busy={list.isPlaceholderData}>
      <Group heading={NEVER_RECORDED}>
        <li className={styles.ask}>
          <FindWords label={FIND} q={q} onFind={find} />
          <Ways
            label={SHOW}
            ways={[
              { word: OPEN, asks: { gone: undefined }, isTaken: gone === undefined },
              { word: GONE, asks: { gone: true }, isTaken: gone === true },
            ]}
          />
        </li>
        {postings.map((posting) => (
          <PostingRow key={posting.postingId} posting={posting} />
        ))}
        {postings.length === 0 ? (
          <li className={styles.none}>{q === undefined ? NOTHING_OPEN : NOTHING_FOUND}</li>
        ) : null}
      </Group>
      <More of={NEVER_RECORDED} list={list} />
    </div>
  );
}
