import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { listSessionsQueryKey } from '../../api/generated/@tanstack/react-query.gen.js';
import { listSessions, revokeSession, signOut } from '../../api/generated/sdk.gen.js';
import type { OpenSession, Problem } from '../../api/shapes.js';
import { wholeList } from '../../api/whole-list.js';
import { freshen } from '../../live/freshen.js';
import { forgetAll } from '../../look/kept.js';

export const sessionsQuery = queryOptions({
  queryKey: listSessionsQueryKey(),
  queryFn: ({ signal }) =>
    wholeList(async (cursor) => (await listSessions({ query: { cursor }, signal, throwOnError: true })).data),
});

/** Of this browser: `DELETE /session`, which takes the cookie with it. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation<void, Problem, Pick<OpenSession, 'id' | 'isCurrent'>>({
    mutationFn: async ({ id, isCurrent }) => {
      if (isCurrent) await signOut({ throwOnError: true });
      else await revokeSession({ path: { id }, throwOnError: true });
    },
    onSuccess: (_nothing, { isCurrent }) => (isCurrent ? forgetAll() : freshen(queries, [{ kind: 'session' }])),
  });
}
