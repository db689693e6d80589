import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getFollowUpOptions } from '../api/generated/@tanstack/react-query.gen.js';
import {
  approveFollowUp,
  cancelFollowUp,
  finishFollowUp,
  holdFollowUp,
  restoreFollowUp,
  resumeFollowUp,
} from '../api/generated/sdk.gen.js';
import type { FollowUp, Problem } from '../api/shapes.js';
import type { Press } from './follow-up.verbs.js';

export const followUpQuery = (id: string) => getFollowUpOptions({ path: { id } });

const CALL = {
  approve: approveFollowUp,
  hold: holdFollowUp,
  resume: resumeFollowUp,
  done: finishFollowUp,
  stop: cancelFollowUp,
  restore: restoreFollowUp,
} as const satisfies Record<Press, unknown>;

/** What it moves, holds or brings back beside it shows when everything on the page is asked for again. */
export function usePress(id: string) {
  const queries = useQueryClient();
  return useMutation<FollowUp, Problem, Press>({
    mutationFn: async (verb) => (await CALL[verb]({ path: { id }, throwOnError: true })).data,
    onSettled: () => queries.invalidateQueries(),
  });
}
