/** Whether the session has ended while a page was open: any answer may be the first to say so, and any that lets in takes it back. */
import { isProblem, isSignedOut } from './problems.js';

let hasEnded = false;
const listeners = new Set<() => void>();

/** For `useSyncExternalStore`. */
export const sessionEnd = {
  get: (): boolean => hasEnded,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/** Silence says nothing about it. */
export function hearAnswer(error?: unknown): void {
  const isAnswer = error === undefined || isProblem(error);
  if (!isAnswer || isSignedOut(error) === hasEnded) return;
  hasEnded = !hasEnded;
  for (const listener of listeners) listener();
}
