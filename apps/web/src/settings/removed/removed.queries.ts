import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  listApplicationsQueryKey,
  listCompaniesQueryKey,
  listContactsQueryKey,
} from '../../api/generated/@tanstack/react-query.gen.js';
import {
  listApplications,
  listCompanies,
  listContacts,
  restoreApplication,
  restoreCompany,
  restoreContact,
} from '../../api/generated/sdk.gen.js';
import type { Problem } from '../../api/shapes.js';
import { wholeList } from '../../api/whole-list.js';
import { freshen } from '../../live/freshen.js';
import type { Kind } from './removed.policy.js';

const query = { deleted: 'true', limit: 100 } as const;

export const removedApplicationsQuery = queryOptions({
  queryKey: listApplicationsQueryKey({ query }),
  queryFn: ({ signal }) =>
    wholeList(
      async (cursor) => (await listApplications({ query: { ...query, cursor }, signal, throwOnError: true })).data,
    ),
});

export const removedPeopleQuery = queryOptions({
  queryKey: listContactsQueryKey({ query }),
  queryFn: ({ signal }) =>
    wholeList(async (cursor) => (await listContacts({ query: { ...query, cursor }, signal, throwOnError: true })).data),
});

export const removedCompaniesQuery = queryOptions({
  queryKey: listCompaniesQueryKey({ query }),
  queryFn: ({ signal }) =>
    wholeList(
      async (cursor) => (await listCompanies({ query: { ...query, cursor }, signal, throwOnError: true })).data,
    ),
});

interface Brought {
  kind: Kind;
  id: string;
}

const RESTORE: Record<Kind, (options: { path: { id: string }; throwOnError: true }) => Promise<unknown>> = {
  application: restoreApplication,
  contact: restoreContact,
  company: restoreCompany,
};

/** What it needs comes with it: its company, and who it was with. */
export function useBroughtBack() {
  const queries = useQueryClient();
  return useMutation<unknown, Problem, Brought>({
    mutationFn: ({ kind, id }) => RESTORE[kind]({ path: { id }, throwOnError: true }),
    onSuccess: (_nothing, { kind, id }) =>
      freshen(queries, [{ kind, id }, { kind: 'contact' }, { kind: 'company' }, { kind: 'settings' }]),
  });
}
