import { useMutation, useQueryClient } from '@tanstack/react-query';
import { addSample, changeMe, changeSettings } from '../api/generated/sdk.gen.js';
import type { Problem } from '../api/shapes.js';
import { freshen } from '../live/freshen.js';
import type { Said } from './first-run.policy.js';

/** What a newcomer does next. */
export type Way = 'no' | 'sample' | 'today';

interface Going {
  said: Said;
  way: Way;
}

/** The answers first: what follows is made by them. Said twice they are the same. */
/** `onKept`: whoever has left meanwhile, too. */
export function useWayOn(onKept: () => void) {
  const queries = useQueryClient();
  return useMutation<unknown, Problem, Going>({
    mutationFn: async ({ said: { me, settings }, way }) => {
      if (me !== null) await changeMe({ body: me, throwOnError: true });
      await changeSettings({ body: settings, throwOnError: true });
      if (way === 'sample') await addSample({ throwOnError: true });
    },
    onSuccess: () => {
      onKept();
      return freshen(queries, [{ kind: 'all' }]);
    },
  });
}
