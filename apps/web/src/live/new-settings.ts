import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeSettings } from '../api/generated/sdk.gen.js';
import type { Problem, Settings, SettingsPatch } from '../api/shapes.js';
import { freshen } from './freshen.js';

/** What changes here may move, hold or release anything that waits. */
export function useNewSettings() {
  const queries = useQueryClient();
  return useMutation<Settings, Problem, SettingsPatch>({
    mutationFn: async (body) => (await changeSettings({ body, throwOnError: true })).data as Settings,
    onSuccess: () => freshen(queries, [{ kind: 'settings' }]),
  });
}
