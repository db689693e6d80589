import { queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { getDefaultSettingsOptions } from '../../api/generated/@tanstack/react-query.gen.js';
import type { Preview, Problem, SettingsPatch } from '../../api/shapes.js';
import { foretellSettings } from '../foretold.queries.js';

/** They change with a version, not while it runs. */
export const defaultsQuery = { ...getDefaultSettingsOptions(), staleTime: Infinity };

const FORETOLD = 'foretoldSettings';

/** What a change would do to the plan of now, from the change itself. Null: there is none. */
export const useForetold = (patch: SettingsPatch | null) =>
  useQuery(
    queryOptions<Preview, Problem>({
      queryKey: [FORETOLD, patch],
      queryFn: patch === null ? skipToken : ({ signal }) => foretellSettings(patch, signal),
      gcTime: 0,
    }),
  );
