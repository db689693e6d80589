/** The application that was added a moment ago, and may be taken back at once. */
import {
  queryOptions,
  type QueryClient,
  skipToken,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Problem } from '../api/shapes.js';
import { useRemoval } from './removal.queries.js';

const KEPT_MS = 10 * 60_000;

const addedQuery = queryOptions<string | null>({ queryKey: ['just added'], queryFn: skipToken, gcTime: KEPT_MS });

export const keepAdded = (queries: QueryClient, id: string): void => void queries.setQueryData(addedQuery.queryKey, id);

/** Until the next deed. */
export function useJustAdded(id: string) {
  const queries = useQueryClient();
  const { data } = useQuery(addedQuery);
  const { act } = useRemoval(id);
  const forget = () => void queries.setQueryData(addedQuery.queryKey, null);
  const undo = useMutation<void, Problem, void>({ mutationFn: act, onSuccess: forget });
  return { isAdded: data === id, forget, undo };
}
