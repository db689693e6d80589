import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeMe } from '../../api/generated/sdk.gen.js';
import type { Me, Problem } from '../../api/shapes.js';
import { freshen } from '../../live/freshen.js';

/** What changes here may move, hold or release anything that waits. */
export function useNewMe() {
  const queries = useQueryClient();
  return useMutation<Me, Problem, { name?: string | null; email?: string | null }>({
    mutationFn: async (body) => (await changeMe({ body, throwOnError: true })).data,
    onSuccess: () => freshen(queries, [{ kind: 'settings' }]),
  });
}
