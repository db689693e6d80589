import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a condition, never for a time: answers the first value that is neither null, undefined, false nor an empty list. */
export async function eventually<T>(
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  { within = 30_000, what = 'the condition' }: { within?: number; what?: string } = {},
): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false && !(Array.isArray(seen) && seen.length === 0))
      return seen;
    if (Date.now() > deadline) throw new Error(`${what} did not come about within ${within} ms`);
    await pause(25);
  }
}
