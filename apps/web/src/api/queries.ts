/** The cache of what the API said. What it holds goes stale by `live/`, or when its screen is opened again. */
import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './problems.js';

/** A refusal is an answer; only silence is asked again, once. */
const RETRIES = 1;

export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => !isProblem(error) && count < RETRIES,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
