import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  getWebhookEndpointOptions,
  getWebhookEndpointQueryKey,
  listWebhookDeliveriesInfiniteQueryKey,
  listWebhookEndpointsQueryKey,
} from '../../api/generated/@tanstack/react-query.gen.js';
import {
  changeWebhookEndpoint,
  changeWebhookSecret,
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  listWebhookDeliveries,
  listWebhookEndpoints,
  testWebhookEndpoint,
} from '../../api/generated/sdk.gen.js';
import type { Endpoint, EndpointBody, EndpointPatch, NewEndpoint, Problem } from '../../api/shapes.js';
import { newKey } from '../../api/new-key.js';
import { wholeList } from '../../api/whole-list.js';
import { freshen } from '../../live/freshen.js';
import { EVENT } from './event-types.words.js';

/** By what the API can send: a new type without a word does not compile. */
export const EVENT_WORDS: Record<NonNullable<EndpointBody['eventTypes']>[number], string> = EVENT;

const LARGEST_PAGE = 100;
const DELIVERIES = { limit: 20 };

export const endpointsQuery = queryOptions({
  queryKey: listWebhookEndpointsQueryKey(),
  queryFn: ({ signal }) =>
    wholeList(
      async (cursor) =>
        (await listWebhookEndpoints({ query: { limit: LARGEST_PAGE, cursor }, signal, throwOnError: true })).data,
    ),
});

export const endpointQuery = (id: string) => getWebhookEndpointOptions({ path: { id } });

export const deliveriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: listWebhookDeliveriesInfiniteQueryKey({ path: { id }, query: DELIVERIES }),
    queryFn: async ({ pageParam: cursor, signal }) =>
      (await listWebhookDeliveries({ path: { id }, query: { ...DELIVERIES, cursor }, signal, throwOnError: true }))
        .data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** The secret is in the answer alone: no cache of ours keeps it. */
export function useNewEndpoint() {
  const queries = useQueryClient();
  return useMutation<NewEndpoint, Problem, { body: EndpointBody; key: string }>({
    mutationFn: async ({ body, key }) =>
      (await createWebhookEndpoint({ body, headers: { 'Idempotency-Key': key }, throwOnError: true })).data,
    onSuccess: ({ id }) => freshen(queries, [{ kind: 'webhook_endpoint', id }]),
    gcTime: 0,
  });
}

export function useEndpoint(id: string) {
  const queries = useQueryClient();
  const path = { id };
  const know = (endpoint: Endpoint) => {
    queries.setQueryData(getWebhookEndpointQueryKey({ path }), endpoint);
    return freshen(queries, [{ kind: 'webhook_endpoint', id }]);
  };
  const change = useMutation<Endpoint, Problem, EndpointPatch>({
    mutationFn: async (body) => (await changeWebhookEndpoint({ path, body, throwOnError: true })).data,
    onSuccess: know,
  });
  const test = useMutation<Endpoint, Problem, void>({
    mutationFn: async () =>
      (await testWebhookEndpoint({ path, headers: { 'Idempotency-Key': newKey() }, throwOnError: true })).data,
    onSuccess: know,
  });
  const newSecret = useMutation<NewEndpoint, Problem, void>({
    mutationFn: async () =>
      (await changeWebhookSecret({ path, headers: { 'Idempotency-Key': newKey() }, throwOnError: true })).data,
    onSuccess: ({ secret: _, ...endpoint }) => know(endpoint),
    gcTime: 0,
  });
  const remove = useMutation<unknown, Problem, void>({
    mutationFn: () => deleteWebhookEndpoint({ path, throwOnError: true }),
    onSuccess: () => {
      queries.removeQueries({ queryKey: getWebhookEndpointQueryKey({ path }) });
      void queries.invalidateQueries({ queryKey: endpointsQuery.queryKey });
    },
  });
  return { change, test, newSecret, remove };
}
