import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getApplicationQueryKey } from '../api/generated/@tanstack/react-query.gen.js';
import { deleteApplication, restoreApplication } from '../api/generated/sdk.gen.js';
import type { Application, Preview, Problem } from '../api/shapes.js';
import { freshen } from '../live/freshen.js';
import { applicationQuery, foretoldUntil, planQuery, storyQuery } from './application.queries.js';

export function useRemoval(id: string) {
  const queries = useQueryClient();
  const path = { id };
  return {
    foretell: async (): Promise<Preview> =>
      (await deleteApplication({ path, query: { dryRun: 'true' }, throwOnError: true })).data!,
    act: async (): Promise<void> => {
      await deleteApplication({ path, throwOnError: true });
      await queries.fetchQuery({ ...applicationQuery(id), staleTime: 0 });
      void freshen(queries, [{ kind: 'application', id }, { kind: 'settings' }]);
    },
  };
}

export function useBringBack(id: string) {
  const queries = useQueryClient();
  return useMutation<Application, Problem, void>({
    mutationFn: async () => {
      const { data: application } = await restoreApplication({ path: { id }, throwOnError: true });
      // While it was removed there was neither, and that was remembered.
      await Promise.all([
        queries.fetchQuery(storyQuery(id)),
        queries.fetchQuery(planQuery(id, foretoldUntil(queries, id))),
      ]);
      return application;
    },
    onSuccess: (application) => {
      queries.setQueryData(getApplicationQueryKey({ path: { id } }), application);
      void freshen(queries, [{ kind: 'application', id }, { kind: 'settings' }]);
    },
  });
}
