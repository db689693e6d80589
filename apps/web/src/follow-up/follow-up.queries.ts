import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getFollowUpOptions, getFollowUpQueryKey } from '../api/generated/@tanstack/react-query.gen.js';
import {
  approveFollowUp,
  cancelFollowUp,
  finishFollowUp,
  holdFollowUp,
  markFollowUpSent,
  resendFollowUp,
  restoreFollowUp,
  resumeFollowUp,
  sendFollowUpNow,
  snoozeFollowUp,
} from '../api/generated/sdk.gen.js';
import { newerAnswer } from '../api/newer-answer.js';
import type { FollowUp, Problem } from '../api/shapes.js';
import { freshen } from '../live/freshen.js';
import type { Press } from './follow-up.verbs.js';

export const followUpQuery = (id: string) => ({
  ...getFollowUpOptions({ path: { id } }),
  structuralSharing: newerAnswer,
});

const CALL = {
  approve: approveFollowUp,
  hold: holdFollowUp,
  resume: resumeFollowUp,
  done: finishFollowUp,
  stop: cancelFollowUp,
  restore: restoreFollowUp,
  mark_sent: markFollowUpSent,
  resend: resendFollowUp,
  send_now: sendFollowUpNow,
} as const satisfies Record<Press, unknown>;

export function usePress(id: string) {
  const queries = useQueryClient();
  return useMutation<FollowUp, Problem, Press>({
    mutationFn: async (verb) => (await CALL[verb]({ path: { id }, throwOnError: true })).data,
    onSuccess: (followUp) => queries.setQueryData(getFollowUpQueryKey({ path: { id } }), followUp),
    // What it moves, holds or brings back beside it.
    onSettled: () => void freshen(queries, [{ kind: 'follow_up', id }]),
  });
}

export interface Later {
  /** When it came before; ISO 8601. */
  was: string;
  followUp: FollowUp;
}

/** `until`: ISO 8601. The answer says when it comes then, which for a letter may be later. */
export function useLater(id: string) {
  const queries = useQueryClient();
  return useMutation<Later, Problem, string>({
    mutationFn: async (until) => {
      const { dueAt: was } = await queries.fetchQuery({ ...followUpQuery(id), staleTime: 0 });
      return { was, followUp: (await snoozeFollowUp({ path: { id }, body: { until }, throwOnError: true })).data };
    },
    onSuccess: ({ followUp }) => queries.setQueryData(getFollowUpQueryKey({ path: { id } }), followUp),
    onSettled: () => void freshen(queries, [{ kind: 'follow_up', id }]),
  });
}
