import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { listBoardsQueryKey, listMessagesQueryKey } from '../../api/generated/@tanstack/react-query.gen.js';
import { listBoards, listMessages, retryMessage } from '../../api/generated/sdk.gen.js';
import type { Message, Problem } from '../../api/shapes.js';
import { wholeList } from '../../api/whole-list.js';
import { freshen } from '../../live/freshen.js';

const LARGEST_PAGE = 100;

export const parkedQuery = queryOptions({
  queryKey: listMessagesQueryKey(),
  queryFn: ({ signal }) =>
    wholeList(async (cursor) => (await listMessages({ query: { cursor }, signal, throwOnError: true })).data),
});

export const boardsQuery = queryOptions({
  queryKey: listBoardsQueryKey({ query: { limit: LARGEST_PAGE } }),
  queryFn: ({ signal }) =>
    wholeList(
      async (cursor) => (await listBoards({ query: { limit: LARGEST_PAGE, cursor }, signal, throwOnError: true })).data,
    ),
});

export function useHandedOver() {
  const queries = useQueryClient();
  return useMutation<Message, Problem, string>({
    mutationFn: async (id) => (await retryMessage({ path: { id }, throwOnError: true })).data,
    onSuccess: ({ id }) => freshen(queries, [{ kind: 'message', id }]),
  });
}
