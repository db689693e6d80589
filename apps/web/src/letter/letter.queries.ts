import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getFollowUpOptions, getFollowUpQueryKey, getMeOptions } from '../api/generated/@tanstack/react-query.gen.js';
import { editFollowUp } from '../api/generated/sdk.gen.js';
import type { FollowUp, Problem } from '../api/shapes.js';

export const letterQuery = (id: string) => getFollowUpOptions({ path: { id } });
export const signedByQuery = getMeOptions();

export interface Words {
  subject: string;
  body: string;
}

export function useNewWords(id: string) {
  const queries = useQueryClient();
  return useMutation<FollowUp, Problem, Words>({
    mutationFn: async (body) => (await editFollowUp({ path: { id }, body, throwOnError: true })).data,
    onSuccess: (letter) => {
      queries.setQueryData(getFollowUpQueryKey({ path: { id } }), letter);
      return queries.invalidateQueries();
    },
  });
}
