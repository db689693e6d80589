import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query';
import { searchAllQueryKey } from '../../api/generated/@tanstack/react-query.gen.js';
import { searchAll } from '../../api/generated/sdk.gen.js';

/** Of each text its own: an answer that comes late is nobody's any more. */
export const foundQuery = (q: string) =>
  queryOptions({
    queryKey: searchAllQueryKey({ query: { q } }),
    queryFn:
      q === ''
        ? skipToken
        : async ({ signal }) => (await searchAll({ query: { q }, signal, throwOnError: true })).data.data,
    placeholderData: keepPreviousData,
    retry: false,
  });
