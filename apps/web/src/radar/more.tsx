/** The next page of a list, where there is one. */
import { Button } from '../look/button.js';
import type { Listed } from './listed.js';
import { MORE, moreOf } from './radar.words.js';

export function More({ of, list }: { of: string; list: Omit<Listed<unknown>, 'data'> }) {
  if (!list.hasNextPage) return null;
  return (
    <Button aria-label={moreOf(of)} disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {MORE}
    </Button>
  );
}
