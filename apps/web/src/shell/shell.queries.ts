import { useMutation, useQueryClient } from '@tanstack/react-query';
import { removeSample } from '../api/generated/sdk.gen.js';
import type { Problem } from '../api/shapes.js';
import { freshen } from '../live/freshen.js';

/** With all that it caused: whatever is shown may be of it. */
export function useSampleGone({ onGone }: { onGone(): Promise<void> }) {
  const queries = useQueryClient();
  return useMutation<unknown, Problem>({
    mutationFn: () => removeSample({ throwOnError: true }),
    onSuccess: async () => {
      await onGone();
      await freshen(queries, [{ kind: 'all' }]);
    },
  });
}
