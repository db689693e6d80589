import type { Stage } from '@app/contracts/words';
import { infiniteQueryOptions } from '@tanstack/react-query';
import {
  getApplicationOptions,
  getTimelineOptions,
  listApplicationsInfiniteQueryKey,
  listFollowUpsOptions,
} from '../api/generated/@tanstack/react-query.gen.js';
import { listApplications } from '../api/generated/sdk.gen.js';

const PAGE = 50;
const WHOLE = 100;

export const applicationsQuery = (stage: Stage | undefined) =>
  infiniteQueryOptions({
    queryKey: listApplicationsInfiniteQueryKey({ query: { limit: PAGE, stage } }),
    queryFn: async ({ pageParam: cursor, signal }) =>
      (await listApplications({ query: { limit: PAGE, stage, cursor }, signal, throwOnError: true })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const applicationQuery = (id: string) => getApplicationOptions({ path: { id } });
export const storyQuery = (id: string) => getTimelineOptions({ path: { id }, query: { limit: WHOLE } });
export const planQuery = (applicationId: string) => listFollowUpsOptions({ query: { applicationId, limit: WHOLE } });
