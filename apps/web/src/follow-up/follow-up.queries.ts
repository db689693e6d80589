import { type MutationOptions, useMutation, useQueryClient } from '@tanstack/react-query';
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
import { getFollowUpOptions } from '../api/generated/@tanstack/react-query.gen.js';
import type { FollowUp, Problem } from '../api/shapes.js';
import type { VerbKey } from './follow-up.verbs.js';

export const followUpQuery = (id: string) => getFollowUpOptions({ path: { id } });

export type Deed =
  | { verb: Exclude<VerbKey, 'read' | 'later'>; id: string }
  /** `until` is ISO 8601, and lies ahead. */
  | { verb: 'later'; id: string; until: string };

const CALL = {
  approve: approveFollowUp,
  hold: holdFollowUp,
  resume: resumeFollowUp,
  done: finishFollowUp,
  stop: cancelFollowUp,
  restore: restoreFollowUp,
  sendNow: sendFollowUpNow,
  wentOut: markFollowUpSent,
  sendAgain: resendFollowUp,
} as const;

async function doIt(deed: Deed): Promise<FollowUp> {
  const path = { id: deed.id };
  if (deed.verb === 'later')
    return (await snoozeFollowUp({ path, body: { until: deed.until }, throwOnError: true })).data;
  return (await CALL[deed.verb]({ path, throwOnError: true })).data;
}

export function useDeed(options: MutationOptions<FollowUp, Problem, Deed> = {}) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: doIt, onSettled: () => queries.invalidateQueries(), ...options });
}
