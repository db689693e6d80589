import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { getFollowUpQueryKey, listFollowUpsInfiniteQueryKey } from '../api/generated/@tanstack/react-query.gen.js';
import { holdFollowUps, listFollowUps, restoreFollowUp, resumeFollowUps } from '../api/generated/sdk.gen.js';
import type { FollowUpsAfter, ListFollowUpsData, Problem } from '../api/shapes.js';
import { isProblem } from '../api/problems.js';
import { freshen } from '../live/freshen.js';
import { audienceOf, type ManyDeed, type PlanAsked, statesOf } from './plan.policy.js';

const PAGE = 50;
/** Of one request. */
const MOST_AT_ONCE = 100;

function pagesOf(asked: NonNullable<ListFollowUpsData['query']>) {
  const query = { limit: PAGE, ...asked };
  return infiniteQueryOptions({
    queryKey: listFollowUpsInfiniteQueryKey({ query }),
    queryFn: async ({ pageParam: cursor, signal }) =>
      (await listFollowUps({ query: { ...query, cursor }, signal, throwOnError: true })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

/** Whatever has not gone, by its day. */
export const aheadQuery = (asked: PlanAsked) => pagesOf({ state: statesOf(asked), audience: audienceOf(asked) });
/** Some of it has no day. */
export const heldQuery = ({ show }: PlanAsked) => pagesOf({ state: ['held'], audience: audienceOf({ show }) });
/** What was stopped, or never planned, the latest first. */
export const overQuery = ({ show }: PlanAsked) =>
  pagesOf({ state: ['skipped', 'cancelled'], audience: audienceOf({ show }), order: 'desc' });

/** Until the answer has come, what was asked before. */
export function useRows(query: ReturnType<typeof pagesOf>) {
  const { data, ...rest } = useInfiniteQuery({ ...query, placeholderData: keepPreviousData, throwOnError: true });
  return { rows: data?.pages.flatMap((page) => page.data), pages: data?.pages.length ?? 0, ...rest };
}

type Each = FollowUpsAfter['data'][number];

async function restored(id: string): Promise<Each> {
  try {
    return { id, followUp: (await restoreFollowUp({ path: { id }, throwOnError: true })).data, refused: null };
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { code, facts, detail } = error;
    return { id, followUp: null, refused: { code, facts, detail } };
  }
}

const together = (call: typeof holdFollowUps) => async (ids: string[]) =>
  (await call({ body: { ids }, throwOnError: true })).data.data;

const CALL: Record<ManyDeed, (ids: string[]) => Promise<Each[]>> = {
  hold: together(holdFollowUps),
  resume: together(resumeFollowUps),
  restore: async (ids) => {
    const answers: Each[] = [];
    for (const id of ids) answers.push(await restored(id));
    return answers;
  },
};

export function useMany() {
  const queries = useQueryClient();
  return useMutation<Each[], Problem, { verb: ManyDeed; ids: readonly string[] }>({
    mutationFn: async ({ verb, ids }) => {
      const answers: Each[] = [];
      for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
        answers.push(...(await CALL[verb](ids.slice(from, from + MOST_AT_ONCE))));
      }
      return answers;
    },
    onSuccess: (answers) => {
      for (const { id, followUp } of answers) {
        if (followUp !== null) queries.setQueryData(getFollowUpQueryKey({ path: { id } }), followUp);
      }
    },
    onSettled: () => void freshen(queries, [{ kind: 'follow_up' }]),
  });
}
