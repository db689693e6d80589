import { useMutation, useQueryClient } from '@tanstack/react-query';
import { meQuery } from '../api/account.queries.js';
import { listSignInWaysOptions } from '../api/generated/@tanstack/react-query.gen.js';
import { signIn } from '../api/generated/sdk.gen.js';
import type { Problem, Session, SignInBody } from '../api/shapes.js';

/** They stay as they are while the house runs. */
export const waysQuery = listSignInWaysOptions();

export function useSignIn({ onSuccess }: { onSuccess(): Promise<void> }) {
  const queries = useQueryClient();
  return useMutation<Session, Problem, SignInBody>({
    mutationFn: async (body) => (await signIn({ body, throwOnError: true })).data,
    // What is remembered may be somebody else's.
    onSuccess: () => {
      queries.clear();
      return onSuccess();
    },
  });
}

/** Asked of whoever has just come in. */
export function useNewcomer(): () => Promise<boolean> {
  const queries = useQueryClient();
  return async () => (await queries.fetchQuery(meQuery)).newcomer;
}
