const TRIES = 12;
const LONGEST_PAUSE_SECONDS = 600;

/** After a handler failed: how long to wait, and whether to set the message aside until somebody looks. */
export function messageRetry(failures: number): { seconds: number; park: boolean } {
  return { seconds: Math.min(2 ** failures, LONGEST_PAUSE_SECONDS), park: failures >= TRIES };
}
