/** Settings that may move what waits: what a change would do, and the change. */
import { useQueryClient } from '@tanstack/react-query';
import { getSettingsQueryKey } from '../api/generated/@tanstack/react-query.gen.js';
import { changeSettings } from '../api/generated/sdk.gen.js';
import type { Preview, Settings, SettingsPatch } from '../api/shapes.js';
import { freshen } from '../live/freshen.js';

export const foretellSettings = async (body: SettingsPatch, signal?: AbortSignal): Promise<Preview> =>
  (await changeSettings({ body, query: { dryRun: 'true' }, signal, throwOnError: true })).data as Preview;

export function useForetoldSettings() {
  const queries = useQueryClient();
  return {
    foretell: (body: SettingsPatch) => foretellSettings(body),
    act: async (body: SettingsPatch): Promise<Settings> => {
      const settings = (await changeSettings({ body, throwOnError: true })).data as Settings;
      queries.setQueryData(getSettingsQueryKey(), settings);
      void freshen(queries, [{ kind: 'settings' }]);
      return settings;
    },
  };
}
