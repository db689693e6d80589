import { keepPreviousData, queryOptions, skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  createApplicationMutation,
  getApplicationQueryKey,
  getPostingOptions,
  listApplicationsQueryKey,
} from '../api/generated/@tanstack/react-query.gen.js';
import { createApplication, listApplications, readPosting } from '../api/generated/sdk.gen.js';
import type { Application, Posting, Problem } from '../api/shapes.js';
import { keepAdded } from '../application/just-added.queries.js';
import { freshen } from '../live/freshen.js';
import { type Body, isSameJob } from './adding.policy.js';

/** How often a reading is asked for that the stream may be silent of. */
const AGAIN_MS = 1_000;
const ALIKE = 20;

export const isOver = ({ state }: Posting): boolean => state === 'read' || state === 'failed';

/** The same address within the day is the same reading, so that asking is no harm. */
export const askedQuery = (address: string | null) =>
  queryOptions<Posting, Problem>({
    queryKey: ['posting at', address],
    queryFn:
      address === null
        ? skipToken
        : async ({ signal }) => (await readPosting({ body: { url: address }, signal, throwOnError: true })).data,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

export const postingQuery = (asked: Posting | undefined) =>
  queryOptions({
    ...getPostingOptions({ path: { id: asked?.id ?? '' } }),
    enabled: asked !== undefined,
    refetchInterval: ({ state: { data } }) => (data !== undefined && isOver(data) ? false : AGAIN_MS),
  });

/** What is recorded already under these two names. */
export const alikeQuery = ({ companyName, title }: { companyName: string; title: string }) => {
  const q = title.trim();
  const isNamed = q !== '' && companyName.trim() !== '';
  return queryOptions({
    queryKey: [...listApplicationsQueryKey(), 'alike', companyName, title],
    queryFn: isNamed
      ? async ({ signal }) => {
          const { data } = await listApplications({ query: { q, limit: ALIKE }, signal, throwOnError: true });
          return data.data.find((one) => isSameJob(one, { companyName, title })) ?? null;
        }
      : skipToken,
    placeholderData: keepPreviousData,
  });
};

interface Adding {
  body: Body;
  key: string;
}

/** `onAdded`: whoever has left meanwhile, too. */
export function useAdd(onAdded: () => void) {
  const queries = useQueryClient();
  return useMutation<Application, Problem, Adding>({
    mutationKey: createApplicationMutation().mutationKey,
    mutationFn: async ({ body, key }) => {
      const headers = { 'Idempotency-Key': key };
      return (await createApplication({ body, headers, throwOnError: true })).data as Application;
    },
    onSuccess: (application) => {
      onAdded();
      const { id, contactId } = application;
      queries.setQueryData(getApplicationQueryKey({ path: { id } }), application);
      keepAdded(queries, application);
      const person = contactId === null ? [] : [{ kind: 'contact' as const, id: contactId }];
      void freshen(queries, [{ kind: 'application', id }, { kind: 'settings' }, ...person]);
    },
  });
}
