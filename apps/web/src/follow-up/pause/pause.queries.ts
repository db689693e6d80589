import { useQueryClient } from '@tanstack/react-query';
import { getSettingsQueryKey } from '../../api/generated/@tanstack/react-query.gen.js';
import { changeSettings } from '../../api/generated/sdk.gen.js';
import type { Preview, Settings } from '../../api/shapes.js';
import { freshen } from '../../live/freshen.js';

/** Until when (ISO 8601) no letters go; null: they may. */
export function usePause() {
  const queries = useQueryClient();
  const call = async (noLettersUntil: string | null, dryRun: 'true' | 'false') =>
    (await changeSettings({ body: { noLettersUntil }, query: { dryRun }, throwOnError: true })).data;
  return {
    foretell: async (until: string | null) => (await call(until, 'true')) as Preview,
    act: async (until: string | null) => {
      const settings = (await call(until, 'false')) as Settings;
      queries.setQueryData(getSettingsQueryKey(), settings);
      void freshen(queries, [{ kind: 'settings' }]);
      return settings;
    },
  };
}
