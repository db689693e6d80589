import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getFollowUpQueryKey } from '../api/generated/@tanstack/react-query.gen.js';
import { editFollowUp } from '../api/generated/sdk.gen.js';
import type { FollowUp, Problem } from '../api/shapes.js';
import { freshen } from '../live/freshen.js';

export interface Words {
  subject: string;
  body: string;
}

/** What is left out follows what is known until it goes, as before. */
export function useNewWords(id: string) {
  const queries = useQueryClient();
  return useMutation<FollowUp, Problem, Partial<Words>>({
    mutationFn: async (body) => (await editFollowUp({ path: { id }, body, throwOnError: true })).data,
    onSuccess: (letter) => {
      queries.setQueryData(getFollowUpQueryKey({ path: { id } }), letter);
      return freshen(queries, [{ kind: 'follow_up', id }]);
    },
  });
}
