import { useMutation } from '@tanstack/react-query';
import { signIn } from '../api/generated/sdk.gen.js';
import type { Problem, Session, SignInBody } from '../api/shapes.js';

export function useSignIn({ onSuccess }: { onSuccess(): Promise<void> }) {
  return useMutation<Session, Problem, SignInBody>({
    mutationFn: async (body) => (await signIn({ body, throwOnError: true })).data,
    onSuccess,
  });
}
