import type { Stage } from '@app/contracts/words';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  getApplicationOptions,
  getTimelineQueryKey,
  listApplicationsInfiniteQueryKey,
  listFollowUpsQueryKey,
} from '../api/generated/@tanstack/react-query.gen.js';
import { getTimeline, listApplications, listFollowUps } from '../api/generated/sdk.gen.js';
import { wholeList } from '../api/whole-list.js';

const PAGE = 50;
const LARGEST_PAGE = 100;

export const applicationsQuery = (stage: Stage | undefined) =>
  infiniteQueryOptions({
    queryKey: listApplicationsInfiniteQueryKey({ query: { limit: PAGE, stage: stage && [stage] } }),
    queryFn: async ({ pageParam: cursor, signal }) => {
      const query = { limit: PAGE, stage: stage && [stage], cursor };
      return (await listApplications({ query, signal, throwOnError: true })).data;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const applicationQuery = (id: string) => getApplicationOptions({ path: { id } });

export const storyQuery = (id: string) =>
  queryOptions({
    queryKey: getTimelineQueryKey({ path: { id } }),
    queryFn: ({ signal }) =>
      wholeList(async (cursor) => {
        const query = { limit: LARGEST_PAGE, cursor };
        return (await getTimeline({ path: { id }, query, signal, throwOnError: true })).data;
      }),
  });

export const planQuery = (applicationId: string) =>
  queryOptions({
    queryKey: listFollowUpsQueryKey({ query: { applicationId } }),
    queryFn: ({ signal }) =>
      wholeList(async (cursor) => {
        const query = { applicationId, limit: LARGEST_PAGE, cursor };
        return (await listFollowUps({ query, signal, throwOnError: true })).data;
      }),
  });
