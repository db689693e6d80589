import type { Stage } from '@app/contracts/words';
import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  skipToken,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { useState } from 'react';
import {
  getApplicationQueryKey,
  getPlanOptions,
  getTimelineQueryKey,
  listApplicationsInfiniteQueryKey,
} from '../api/generated/@tanstack/react-query.gen.js';
import { getApplication, getTimeline, listApplications } from '../api/generated/sdk.gen.js';
import { newerAnswer } from '../api/newer-answer.js';
import type { Application, Plan, PlannedStep } from '../api/shapes.js';
import { usePages } from '../api/use-pages.js';
import { wholeList } from '../api/whole-list.js';
import type { Asked } from './list/asked.policy.js';
import { type Foretold, foretoldOf, isThere } from './plan/foretold.policy.js';

const PAGE = 50;
const LARGEST_PAGE = 100;
/** How often, and how long, a plan is asked for that is being written down. */
const AGAIN_MS = 150;
const FORETOLD_FOR_MS = 10_000;
const DRAWN_WITHIN_MS = 3_000;

/** Which of them, and in which order; several stages are one list. */
type Which = Pick<Asked, 'q' | 'sort'> & { stage?: Stage | readonly Stage[] | undefined };

export function applicationsQuery({ q, stage, sort }: Which) {
  const query = { limit: PAGE, q, stage: stage && [stage].flat(), sort };
  return infiniteQueryOptions({
    queryKey: listApplicationsInfiniteQueryKey({ query }),
    queryFn: async ({ pageParam: cursor, signal }) =>
      (await listApplications({ query: { ...query, cursor }, signal, throwOnError: true })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export const useApplications = (asked: Which) => usePages(applicationsQuery(asked));

/** For as long as it can be brought back. */
const ALSO_REMOVED = { deleted: 'true' } as const;

export const applicationQuery = (id: string) =>
  queryOptions({
    queryKey: getApplicationQueryKey({ path: { id } }),
    structuralSharing: newerAnswer,
    queryFn: async ({ signal }) =>
      (await getApplication({ path: { id }, query: ALSO_REMOVED, signal, throwOnError: true })).data,
  });

export const storyQuery = (id: string) =>
  queryOptions({
    queryKey: getTimelineQueryKey({ path: { id } }),
    queryFn: ({ signal }) =>
      wholeList(async (cursor) => {
        const query = { limit: LARGEST_PAGE, cursor, ...ALSO_REMOVED };
        return (await getTimeline({ path: { id }, query, signal, throwOnError: true })).data;
      }),
  });

export const planQuery = (id: string, to: string | undefined) =>
  getPlanOptions({ path: { id }, query: { to, ...ALSO_REMOVED } });

const foretoldKey = (id: string) => ['plan foretold', id] as const;

/** What was foretold of a no that was just said; nothing where none was. */
export const foretoldQuery = (id: string) =>
  queryOptions<Foretold<PlannedStep>>({ queryKey: foretoldKey(id), queryFn: skipToken, gcTime: FORETOLD_FOR_MS });

/** A plan is written down a moment after the no: until it is, its page shows what was foretold. */
export function keepForetold(
  queries: QueryClient,
  { id, updatedAt }: Application,
  steps: readonly PlannedStep[] | undefined,
): void {
  queries.setQueryData(foretoldKey(id), foretoldOf(steps, updatedAt, new Date()));
}

export const foretoldUntil = (queries: QueryClient, id: string): string | undefined =>
  queries.getQueryData<Foretold<PlannedStep>>(foretoldKey(id))?.to;

/** The plan as it is, or is about to be; `isNew`: it draws itself. */
export function useSteps(id: string) {
  const { data: foretold } = useQuery(foretoldQuery(id));
  const isAwaited = ({ steps }: Plan) =>
    foretold !== undefined && Date.now() - foretold.at < FORETOLD_FOR_MS && !isThere(foretold, steps);
  const { data: plan } = useSuspenseQuery({
    ...planQuery(id, foretold?.to),
    refetchInterval: ({ state: { data } }) => data !== undefined && isAwaited(data) && AGAIN_MS,
  });
  const [isNew] = useState(() => foretold !== undefined && Date.now() - foretold.at < DRAWN_WITHIN_MS);
  const comes = foretold !== undefined && isAwaited(plan) ? foretold.steps : [];
  return { plan, comes, isNew };
}
