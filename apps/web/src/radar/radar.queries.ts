import {
  infiniteQueryOptions,
  type QueryClient,
  useMutation,
  useQueryClient,
  useSuspenseInfiniteQuery,
} from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import {
  getBoardOptions,
  getBoardQueryKey,
  listBoardPostingsInfiniteQueryKey,
  listBoardsInfiniteQueryKey,
  listNewRolesInfiniteQueryKey,
  listVacanciesInfiniteQueryKey,
} from '../api/generated/@tanstack/react-query.gen.js';
import {
  listBoardPostings,
  listBoards,
  listNewRoles,
  listVacancies,
  sweepBoard,
  watchBoard,
} from '../api/generated/sdk.gen.js';
import type { Board, Problem } from '../api/shapes.js';
import { freshen } from '../live/freshen.js';
import type { AskedOfBoard, AskedOfRadar } from './asked.policy.js';

const DOORS = 10;
const PAGE = 50;
const COMPANIES = 10;

const PAGED = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined,
};

type VacanciesAsked = NonNullable<Parameters<typeof listVacanciesInfiniteQueryKey>[0]>['query'];

const vacanciesQuery = (query: VacanciesAsked) =>
  infiniteQueryOptions({
    queryKey: listVacanciesInfiniteQueryKey({ query }),
    queryFn: async ({ pageParam: cursor, signal }) =>
      (await listVacancies({ query: { ...query, cursor }, signal, throwOnError: true })).data,
    ...PAGED,
  });

/** Whatever has opened again, watched or said by somebody. */
const doorsQuery = vacanciesQuery({ status: ['reopened'], sort: '-observedAt', limit: DOORS });

const watchedQuery = ({ q, show }: AskedOfRadar) =>
  vacanciesQuery({ watched: 'true', sort: '-observedAt', q, status: show && [show], limit: PAGE });

const newRolesQuery = infiniteQueryOptions({
  queryKey: listNewRolesInfiniteQueryKey({ query: { limit: COMPANIES } }),
  queryFn: async ({ pageParam: cursor, signal }) =>
    (await listNewRoles({ query: { limit: COMPANIES, cursor }, signal, throwOnError: true })).data,
  ...PAGED,
});

function boardsQuery({ boards }: AskedOfRadar) {
  const query = { limit: PAGE, trouble: boards && ('true' as const) };
  return infiniteQueryOptions({
    queryKey: listBoardsInfiniteQueryKey({ query }),
    queryFn: async ({ pageParam: cursor, signal }) =>
      (await listBoards({ query: { ...query, cursor }, signal, throwOnError: true })).data,
    ...PAGED,
  });
}

export const boardQuery = (id: string) => getBoardOptions({ path: { id } });

/** What nobody recorded of it. */
function postingsQuery(id: string, { q, gone }: AskedOfBoard) {
  const query = { recorded: 'false', status: gone ? 'closed' : 'open', q, limit: PAGE } as const;
  return infiniteQueryOptions({
    queryKey: listBoardPostingsInfiniteQueryKey({ path: { id }, query }),
    queryFn: async ({ pageParam: cursor, signal }) =>
      (await listBoardPostings({ path: { id }, query: { ...query, cursor }, signal, throwOnError: true })).data,
    ...PAGED,
  });
}

/** Before either is opened. */
export const readRadar = (queries: QueryClient, asked: AskedOfRadar) =>
  Promise.all([
    queries.ensureInfiniteQueryData(doorsQuery),
    queries.ensureInfiniteQueryData(newRolesQuery),
    queries.ensureInfiniteQueryData(watchedQuery(asked)),
    queries.ensureInfiniteQueryData(boardsQuery(asked)),
  ]);

export const readBoard = (queries: QueryClient, id: string, asked: AskedOfBoard) =>
  Promise.all([queries.ensureQueryData(boardQuery(id)), queries.ensureInfiniteQueryData(postingsQuery(id, asked))]);

/** Whoever asks otherwise sees the former answer until the other one has come. */
function useAsked<Asked>(asked: Asked): { shown: Asked; isPlaceholderData: boolean } {
  const shown = useDeferredValue(asked);
  return { shown, isPlaceholderData: shown !== asked };
}

export const useDoors = () => useSuspenseInfiniteQuery(doorsQuery);
export const useNewRoles = () => useSuspenseInfiniteQuery(newRolesQuery);

export function useWatched(asked: AskedOfRadar) {
  const { shown, isPlaceholderData } = useAsked(asked);
  return { ...useSuspenseInfiniteQuery(watchedQuery(shown)), isPlaceholderData };
}

export function useBoards(asked: AskedOfRadar) {
  const { shown, isPlaceholderData } = useAsked(asked);
  return { ...useSuspenseInfiniteQuery(boardsQuery(shown)), isPlaceholderData };
}

export function usePostings(id: string, asked: AskedOfBoard) {
  const { shown, isPlaceholderData } = useAsked(asked);
  return { ...useSuspenseInfiniteQuery(postingsQuery(id, shown)), isPlaceholderData };
}

export function useSweep(id: string) {
  const queries = useQueryClient();
  return useMutation<Board, Problem, void>({
    mutationFn: async () => (await sweepBoard({ path: { id }, throwOnError: true })).data,
    onSuccess: (board) =>
      queries.setQueryData(boardQuery(id).queryKey, (was) => was && { ...board, sweeps: was.sweeps }),
    onSettled: () => void freshen(queries, [{ kind: 'board', id }]),
  });
}

export function useWatch(onWatched: (board: Board) => void) {
  const queries = useQueryClient();
  return useMutation<Board, Problem, string>({
    mutationFn: async (url) => (await watchBoard({ body: { url }, throwOnError: true })).data,
    onSuccess: async (board) => {
      queries.removeQueries({ queryKey: getBoardQueryKey({ path: { id: board.id } }) });
      await freshen(queries, [{ kind: 'board', id: board.id }]);
      onWatched(board);
    },
  });
}
