/** A list that is read page by page, as a group shows it. */
import type { InfiniteData } from '@tanstack/react-query';
import type { useStillness } from '../live/use-stillness.js';

export type Keep = ReturnType<typeof useStillness>['keep'];

export interface Listed<Page> {
  data: InfiniteData<Page>;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isPlaceholderData?: boolean;
  fetchNextPage(): Promise<unknown>;
}

/** What keeps a list apart from another one: a page more, or another question, is no row that came of itself. */
export const nameOf = (list: string, { data, isPlaceholderData }: Listed<unknown>, asked: object = {}): string =>
  JSON.stringify([list, asked, data.pages.length, isPlaceholderData]);
