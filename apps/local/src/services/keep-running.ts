/** Starts a part again when it ends without being asked to, with growing patience. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Unit {
  /** Settles, with how, when it is gone, asked or not. */
  ended: Promise<string>;
  stop(hurry: AbortSignal): Promise<void>;
}

const STEADY = 60_000;
const LONGEST_WAIT = 30_000;

/** Takes over a unit that runs; `again` makes its successor. */
export function keepRunning(
  title: string,
  first: Unit,
  again: () => Promise<Unit>,
  print: (line: string) => void,
): { stop(hurry: AbortSignal): Promise<void> } {
  const asked = new AbortController();
  let unit = first;
  const watching = watch();

  async function watch(): Promise<void> {
    let wait = 1_000;
    while (!asked.signal.aborted) {
      const since = Date.now();
      const how = await unit.ended;
      if (asked.signal.aborted) return;
      if (Date.now() - since > STEADY) wait = 1_000;
      print(`${title} ended unexpectedly (${how}); starting it again in ${wait / 1_000} s`);
      await pause(wait, undefined, { signal: asked.signal }).catch(() => undefined);
      if (asked.signal.aborted) return;
      wait = Math.min(wait * 2, LONGEST_WAIT);
      unit = await again().catch((error: Error) => ({
        ended: Promise.resolve(error.message),
        stop: () => Promise.resolve(),
      }));
    }
  }

  return {
    stop: async (hurry) => {
      asked.abort();
      await unit.stop(hurry);
      await watching;
      // Its successor may have been on its way while it was asked to stop.
      await unit.stop(hurry);
    },
  };
}
