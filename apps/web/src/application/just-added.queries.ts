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
import { type Added, isAsAdded } from './just-added.policy.js';
import { useRemoval } from './removal.queries.js';

const KEPT_MS = 10 * 60_000;

const KEY = ['just added'];
const addedQuery = queryOptions<Added | null>({ queryKey: KEY, queryFn: skipToken, gcTime: KEPT_MS });

export const keepAdded = (queries: QueryClient, added: Added): void =>
  void queries.setQueryData<Added | null>(KEY, added);

/** Until the next deed, wherever it is done. */
export function useJustAdded(application: Added) {
  const queries = useQueryClient();
  const { data } = useQuery(addedQuery);
  const { act } = useRemoval(application.id);
  const forget = () => void queries.setQueryData<Added | null>(KEY, null);
  const undo = useMutation<void, Problem, void>({ mutationFn: act, onSuccess: forget });
  return { isAdded: isAsAdded(data, application), forget, undo };
}
