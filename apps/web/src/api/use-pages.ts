/** A list page by page: until the answer has come, what was asked before; and where nothing was, whatever stands around it waits. */
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { InfiniteData, QueryKey, UnusedSkipTokenInfiniteOptions } from '@tanstack/react-query';
import { use } from 'react';

type Asked<Page, Key extends QueryKey> = UnusedSkipTokenInfiniteOptions<
  Page,
  Error,
  InfiniteData<Page>,
  Key,
  string | undefined
>;

/** Whatever fails is thrown. */
export function usePages<Page, Key extends QueryKey>(query: Asked<Page, Key>) {
  const queries = useQueryClient();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    ...query,
    placeholderData: keepPreviousData,
    throwOnError: true,
  });
  const { pages } = data ?? use(queries.ensureInfiniteQueryData(query));
  return { pages, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData };
}
