import { infiniteQueryOptions, type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import {
  getContactOptions,
  getContactQueryKey,
  listApplicationsQueryKey,
  listContactsInfiniteQueryKey,
  listFollowUpsQueryKey,
  listTouchesQueryKey,
} from '../api/generated/@tanstack/react-query.gen.js';
import { changeContact, listApplications, listContacts, listFollowUps, listTouches } from '../api/generated/sdk.gen.js';
import { newerAnswer } from '../api/newer-answer.js';
import type { Contact, Preview } from '../api/shapes.js';
import { usePages } from '../api/use-pages.js';
import { wholeList } from '../api/whole-list.js';
import { freshen } from '../live/freshen.js';
import { type Asked, WHO } from './people/asked.policy.js';

const PAGE = 50;
const LARGEST_PAGE = 100;

export const contactQuery = (id: string) => ({
  ...getContactOptions({ path: { id } }),
  structuralSharing: newerAnswer,
});

export function peopleQuery({ q, warmth, who }: Asked) {
  const query = { limit: PAGE, sort: 'warmth' as const, q, warmth, role: who && [...WHO[who]] };
  return infiniteQueryOptions({
    queryKey: listContactsInfiniteQueryKey({ query }),
    queryFn: async ({ pageParam: cursor, signal }) =>
      (await listContacts({ query: { ...query, cursor }, signal, throwOnError: true })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export const usePeople = (asked: Asked) => usePages(peopleQuery(asked));

export const touchesQuery = (id: string) =>
  queryOptions({
    queryKey: listTouchesQueryKey({ path: { id } }),
    queryFn: ({ signal }) =>
      wholeList(async (cursor) => {
        const query = { limit: LARGEST_PAGE, cursor };
        return (await listTouches({ path: { id }, query, signal, throwOnError: true })).data;
      }),
  });

/** What waits, and the letters that were on their way. */
const SHOWN = [
  'draft',
  'waiting',
  'due',
  'held',
  'sending',
  'retrying',
  'unconfirmed',
  'sent',
  'answered',
  'bounced',
  'failed',
] as const;

export const stepsWithQuery = (contactId: string) => {
  const query = { contactId, state: [...SHOWN], limit: LARGEST_PAGE };
  return queryOptions({
    queryKey: listFollowUpsQueryKey({ query }),
    queryFn: ({ signal }) =>
      wholeList(
        async (cursor) => (await listFollowUps({ query: { ...query, cursor }, signal, throwOnError: true })).data,
      ),
  });
};

export const applicationsWithQuery = (contactId: string) => {
  const query = { contactId, limit: LARGEST_PAGE };
  return queryOptions({
    queryKey: listApplicationsQueryKey({ query }),
    queryFn: ({ signal }) =>
      wholeList(
        async (cursor) => (await listApplications({ query: { ...query, cursor }, signal, throwOnError: true })).data,
      ),
  });
};

/** All that a person's page shows. */
export const readPerson = (queries: QueryClient, id: string) =>
  Promise.all([
    queries.ensureQueryData(contactQuery(id)),
    queries.ensureQueryData(touchesQuery(id)),
    queries.ensureQueryData(stepsWithQuery(id)),
    queries.ensureQueryData(applicationsWithQuery(id)),
  ]);

/** Whether somebody may be written to. */
export function useReach(id: string) {
  const queries = useQueryClient();
  const call = async (doNotContact: boolean, dryRun: 'true' | 'false') =>
    (await changeContact({ path: { id }, body: { doNotContact }, query: { dryRun }, throwOnError: true })).data;
  return {
    foretell: async (doNotContact: boolean) => (await call(doNotContact, 'true')) as Preview,
    act: async (doNotContact: boolean) => {
      const contact = (await call(doNotContact, 'false')) as Contact;
      queries.setQueryData(getContactQueryKey({ path: { id } }), contact);
      void freshen(queries, [{ kind: 'contact', id }]);
      return contact;
    },
  };
}
