import { REJECTABLE_STAGES } from '@app/contracts/words';
import { keepPreviousData, queryOptions, skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  getApplicationQueryKey,
  listApplicationsQueryKey,
  rejectApplicationMutation,
} from '../api/generated/@tanstack/react-query.gen.js';
import { createApplication, getApplication, listApplications, rejectApplication } from '../api/generated/sdk.gen.js';
import { isProblem } from '../api/problems.js';
import type { Application, Preview, Problem } from '../api/shapes.js';
import { keepForetold } from '../application/application.queries.js';
import { type Asked, canBeForetold } from './no.policy.js';

/** More than these nobody reads; a word more finds it. */
const FOUND = 30;
const FORETOLD = 'foretold';

/** Whatever they can still say no to and has these words, the last that changed first. */
export const rejectableQuery = (q: string) =>
  queryOptions({
    queryKey: [...listApplicationsQueryKey(), 'rejectable', q],
    queryFn: async ({ signal }) => {
      const query = { stage: [...REJECTABLE_STAGES], limit: FOUND, ...(q !== '' && { q }) };
      return (await listApplications({ query, signal, throwOnError: true })).data.data;
    },
    placeholderData: keepPreviousData,
  });

/** With its tag: what somebody changed since it was read here is looked at first. */
export const readQuery = (id: string) =>
  queryOptions({
    queryKey: [...getApplicationQueryKey({ path: { id } }), 'tagged'],
    queryFn: async ({ signal }) => {
      const { data, response } = await getApplication({ path: { id }, signal, throwOnError: true });
      return { application: data, tag: response?.headers.get('etag') ?? undefined };
    },
  });

interface Press {
  asked: Asked;
  tag: string | undefined;
}

/** What would follow, from the command itself. */
export const previewQuery = ({ asked, tag }: { asked: Asked | null; tag: string | undefined }, isAsked: boolean) =>
  queryOptions<Preview | Application, Problem>({
    queryKey: [FORETOLD, asked, tag],
    queryFn:
      isAsked && canBeForetold(asked)
        ? async ({ signal }) => (await call({ asked, tag }, { dryRun: true, signal })).data
        : skipToken,
    gcTime: 0,
  });

interface Said extends Press {
  key: string;
  foretold: Preview | undefined;
}

/** `onRecorded`: whoever has left meanwhile, too. */
export function useSayNo(onRecorded: () => void) {
  const queries = useQueryClient();
  return useMutation<Application, Problem, Said>({
    mutationKey: rejectApplicationMutation().mutationKey,
    mutationFn: async ({ key, ...press }) => (await call(press, { key })).data as Application,
    onSuccess: (application, { foretold }) => {
      onRecorded();
      queries.setQueryData(getApplicationQueryKey({ path: { id: application.id } }), application);
      keepForetold(queries, application, foretold?.starts);
      // What would follow is no question any more.
      void queries.invalidateQueries({ predicate: ({ queryKey: [of] }) => of !== FORETOLD });
    },
    onError: (error, { asked }) => {
      const isOvertaken = isProblem(error) && (error.status === 412 || error.status === 409);
      if (isOvertaken && asked.of === 'known') void queries.invalidateQueries(readQuery(asked.id));
    },
  });
}

function call(
  { asked, tag }: Press,
  { dryRun = false, key, signal }: { dryRun?: boolean; key?: string; signal?: AbortSignal },
) {
  const query = dryRun ? ({ dryRun: 'true' } as const) : {};
  const once = key === undefined ? {} : { 'Idempotency-Key': key };
  if (asked.of === 'new') {
    return createApplication({ body: asked.body, query, headers: once, signal, throwOnError: true });
  }
  const headers = { ...once, ...(tag !== undefined && { 'If-Match': tag }) };
  return rejectApplication({ path: { id: asked.id }, body: asked.body, query, headers, signal, throwOnError: true });
}
