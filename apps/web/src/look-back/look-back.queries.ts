import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getRejectionsInsightOptions,
  listFollowUpsQueryKey,
  listRejectionsInfiniteQueryKey,
  listRejectionsQueryKey,
} from '../api/generated/@tanstack/react-query.gen.js';
import { listFollowUps, listRejections } from '../api/generated/sdk.gen.js';
import type { FollowUp } from '../api/shapes.js';

const PAGE = 30;
const LARGEST_PAGE = 100;

export const insightQuery = getRejectionsInsightOptions();

export const rejectionsQuery = infiniteQueryOptions({
  queryKey: listRejectionsInfiniteQueryKey({ query: { limit: PAGE } }),
  queryFn: async ({ pageParam: cursor, signal }) =>
    (await listRejections({ query: { limit: PAGE, cursor }, signal, throwOnError: true })).data,
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

/** The newest ones: those in a row are the first of them. */
export const newestQuery = queryOptions({
  queryKey: listRejectionsQueryKey({ query: { limit: LARGEST_PAGE } }),
  queryFn: async ({ signal }) =>
    (await listRejections({ query: { limit: LARGEST_PAGE }, signal, throwOnError: true })).data,
});

const LATEST_STREAK = { kind: 'streak', order: 'desc', limit: 1 } as const;

/** What led here, if something did; null where nothing ever has. */
export const streakReminderQuery = queryOptions({
  queryKey: listFollowUpsQueryKey({ query: LATEST_STREAK }),
  queryFn: async ({ signal }): Promise<FollowUp | null> => {
    const { data } = await listFollowUps({ query: LATEST_STREAK, signal, throwOnError: true });
    return data.data[0] ?? null;
  },
});

/** What the room, and the page of the pattern, cannot be shown without. */
export const readRoom = (queries: QueryClient) =>
  Promise.all([queries.ensureQueryData(insightQuery), queries.ensureInfiniteQueryData(rejectionsQuery)]);
export const readPattern = (queries: QueryClient) =>
  Promise.all([insightQuery, newestQuery, streakReminderQuery].map((query) => queries.ensureQueryData(query as never)));
