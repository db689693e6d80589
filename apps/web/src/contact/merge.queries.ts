import { keepPreviousData, queryOptions, skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { getContactQueryKey, listContactsQueryKey } from '../api/generated/@tanstack/react-query.gen.js';
import { listContacts, mergeContacts, unmergeContacts } from '../api/generated/sdk.gen.js';
import type { Contact, Preview, Problem } from '../api/shapes.js';

/** More than these nobody reads; a word more finds it. */
const FOUND = 30;

/** Whoever has these words, but for the one that stays. Whoever is called alike comes first where nothing is typed. */
export const othersQuery = (id: string, q: string) =>
  queryOptions({
    queryKey: [...listContactsQueryKey(), 'others', id, q],
    queryFn: async ({ signal }) => {
      const query = { sort: 'name' as const, limit: FOUND, ...(q !== '' && { q }) };
      const { data } = await listContacts({ query, signal, throwOnError: true });
      return data.data.filter((one) => one.id !== id);
    },
    placeholderData: keepPreviousData,
  });

const FORETOLD = 'merge foretold';

/** What would become of the plan, from the command itself. */
export const mergePreviewQuery = (id: string, from: string | null) =>
  queryOptions<Preview, Problem>({
    queryKey: [FORETOLD, id, from],
    queryFn:
      from === null
        ? skipToken
        : async ({ signal }) =>
            (
              await mergeContacts({
                path: { id },
                body: { from },
                query: { dryRun: 'true' },
                signal,
                throwOnError: true,
              })
            ).data as Preview,
    gcTime: 0,
    retry: false,
  });

export function useMerge(id: string) {
  const queries = useQueryClient();
  const know = (contact: Contact) => {
    queries.setQueryData(getContactQueryKey({ path: { id } }), contact);
    // Whatever is with either of them is with another now; what would follow is no question any more.
    return queries.invalidateQueries({ predicate: ({ queryKey: [of] }) => of !== FORETOLD });
  };
  const merge = useMutation<Contact, Problem, { from: string; key: string }>({
    mutationFn: async ({ from, key }) =>
      (
        await mergeContacts({
          path: { id },
          body: { from },
          headers: { 'Idempotency-Key': key },
          throwOnError: true,
        })
      ).data as Contact,
    onSuccess: know,
  });
  const undo = useMutation<Contact, Problem, string>({
    mutationFn: async (from) =>
      (await unmergeContacts({ path: { id }, body: { from }, throwOnError: true })).data as Contact,
    onSuccess: know,
  });
  return { merge, undo };
}
