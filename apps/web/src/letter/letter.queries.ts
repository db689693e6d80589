import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  getFollowUpQueryKey,
  getLetterOptions,
  getLetterQueryKey,
} from '../api/generated/@tanstack/react-query.gen.js';
import { editFollowUp, getFollowUp, testLetter } from '../api/generated/sdk.gen.js';
import { isProblem } from '../api/problems.js';
import type { FollowUp, Letter, Problem, TestLetter } from '../api/shapes.js';
import { freshen } from '../live/freshen.js';
import { changedOf, type Draft, over, saysTheSame } from './draft.policy.js';

/** How often it is looked what became of a test: of it the stream says nothing. */
const AGAIN_MS = 1_000;

/** The mail that it was or will be. */
export const letterQuery = (id: string) =>
  queryOptions({
    ...getLetterOptions({ path: { id } }),
    refetchInterval: ({ state: { data } }) => isUnderway(data?.lastTest) && AGAIN_MS,
  });

const isUnderway = (test: TestLetter | null | undefined) => test?.state === 'waiting' || test?.state === 'sending';

/** Its words as they are now, with the tag that says whether somebody changed them since. */
const readQuery = (id: string) =>
  queryOptions({
    queryKey: [...getFollowUpQueryKey({ path: { id } }), 'tagged'],
    queryFn: async ({ signal }): Promise<Draft> => {
      const { data, response } = await getFollowUp({ path: { id }, signal, throwOnError: true });
      const was = { subject: data.subject, body: data.body };
      return { words: was, was, tag: response?.headers.get('etag') ?? null };
    },
    staleTime: 0,
    gcTime: 0,
  });

export function useBeginning(id: string) {
  const queries = useQueryClient();
  return useMutation<Draft, Problem, void>({ mutationFn: () => queries.fetchQuery(readQuery(id)) });
}

/** It is no more what was read. */
export const isOvertaken = (error: unknown): boolean => isProblem(error) && error.status === 412;

/** What somebody else wrote meanwhile, once it is known that somebody did. */
export const useTheirs = (id: string, enabled: boolean): Draft | undefined =>
  useQuery({ ...readQuery(id), enabled }).data;

/**
 * What is left out follows what is known until it goes, as before. A step of the plan in between is nobody else's word. `onKept`: whoever
 * has left meanwhile, too.
 */
export function useNewWords(id: string, onKept: () => void) {
  const queries = useQueryClient();
  const say = async (mine: Draft): Promise<FollowUp> => {
    const headers = mine.tag === null ? {} : { 'If-Match': mine.tag };
    return (await editFollowUp({ path: { id }, body: changedOf(mine), headers, throwOnError: true })).data;
  };
  return useMutation<FollowUp, Problem, Draft>({
    mutationFn: async (mine) => {
      try {
        return await say(mine);
      } catch (error) {
        if (!isOvertaken(error)) throw error;
        const theirs = await queries.fetchQuery(readQuery(id));
        if (!saysTheSame(mine, theirs)) throw error;
        return say(over(mine, theirs));
      }
    },
    onSuccess: (letter) => {
      onKept();
      queries.setQueryData(getFollowUpQueryKey({ path: { id } }), letter);
      return freshen(queries, [{ kind: 'follow_up', id }]);
    },
  });
}

export function useTest(id: string) {
  const queries = useQueryClient();
  return useMutation<TestLetter, Problem, void>({
    mutationFn: async () => (await testLetter({ path: { id }, throwOnError: true })).data,
    onSuccess: (lastTest) =>
      queries.setQueryData<Letter>(getLetterQueryKey({ path: { id } }), (letter) => letter && { ...letter, lastTest }),
  });
}
