/** The cache of what the API said. What it holds goes stale by `live/`, or when its screen is opened again. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { client } from './generated/client.gen.js';
import { isProblem } from './problems.js';
import { reach } from './reach.js';
import { hearAnswer } from './session-end.js';

/** A refusal is an answer; only silence is asked again, once. */
const RETRIES = 1;
const HEARS = { onError: (error: unknown) => hearAnswer(error), onSuccess: () => hearAnswer() };

export function createQueries(): QueryClient {
  client.setConfig({ fetch: reach });
  return new QueryClient({
    queryCache: new QueryCache(HEARS),
    mutationCache: new MutationCache(HEARS),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => !isProblem(error) && count < RETRIES,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
