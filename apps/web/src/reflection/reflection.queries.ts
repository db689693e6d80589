import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { getReflectionQueryKey } from '../api/generated/@tanstack/react-query.gen.js';
import { getReflection, keepReflection } from '../api/generated/sdk.gen.js';
import type { Problem, Reflection, ReflectionBody } from '../api/shapes.js';
import { freshen } from '../live/freshen.js';
import { bodyOf, type Draft, isNewer } from './draft.policy.js';

/** With the tag that says whether somebody wrote in it since. */
export interface Tagged {
  reflection: Reflection;
  tag: string | null;
}

const tagOf = (response: Response | undefined): string | null => response?.headers.get('etag') ?? null;
const tagIn = (known: unknown): string | null => (known as Tagged | undefined)?.tag ?? null;
const keyOf = (id: string) => getReflectionQueryKey({ path: { id } });

export const reflectionQuery = (id: string) =>
  queryOptions({
    queryKey: keyOf(id),
    // What was asked for before a press may come after it.
    structuralSharing: (known, came) => (isNewer(tagIn(known), tagIn(came)) ? known : came),
    queryFn: async ({ signal }): Promise<Tagged> => {
      const { data, response } = await getReflection({ path: { id }, signal, throwOnError: true });
      return { reflection: data, tag: tagOf(response) };
    },
  });

/** As it is at this moment. */
export function useReadAnew(id: string) {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...reflectionQuery(id), staleTime: 0 });
}

/** What changed of it, over what was read. It goes on when its page is left. */
export function useKeep(id: string) {
  const queries = useQueryClient();
  return useMutation<Tagged, Problem, Draft>({
    mutationFn: async (draft) => {
      const headers = draft.tag === null ? {} : { 'If-Match': draft.tag };
      const body = bodyOf(draft) as ReflectionBody;
      const { data, response } = await keepReflection({ path: { id }, body, headers, throwOnError: true });
      return { reflection: data, tag: tagOf(response) };
    },
    onSuccess: (kept) => void queries.setQueryData(keyOf(id), kept),
  });
}

/** Looked back, or skipped for good; or that is taken back. Its reminder ends and comes again with it. */
export function useSettle(id: string) {
  const queries = useQueryClient();
  return useMutation<Tagged, Problem, Pick<ReflectionBody, 'lookedBack' | 'skipped'>>({
    mutationFn: async (body) => {
      const { data, response } = await keepReflection({ path: { id }, body, throwOnError: true });
      return { reflection: data, tag: tagOf(response) };
    },
    onSuccess: (kept) => {
      queries.setQueryData(keyOf(id), kept);
      void freshen(queries, [{ kind: 'follow_up', applicationId: id }]);
    },
  });
}
