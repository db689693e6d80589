import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { account, NOTHING_WRONG } from './account.js';
import { Dice } from './dice.js';
import { Load } from './load.js';
import { BACKENDS, Rack } from './rack.js';
import { note, record, tell } from './report.js';

const OPS = Number(process.env.TORTURE_OPS ?? 200);
const SEED = Number(process.env.TORTURE_SEED ?? 1);
const DRAIN_MS = 300_000 + OPS * 20;

let rack: Rack;
afterEach(() => rack.close());

describe.each(BACKENDS)('processes that are killed at random, with the queue in %s', (backend) => {
  it(
    'lose nothing and do nothing twice',
    async () => {
      rack = await Rack.open(backend, { direct: true });
      await Promise.all([rack.addWorker(), rack.addWorker(), rack.addApi(), rack.addApi()]);
      const load = await Load.on(rack, new Dice(SEED));
      const startedAt = performance.now();
      const over = new AbortController();
      const trouble = [killing(new Dice(SEED + 1), over.signal), slowing(new Dice(SEED + 2), over.signal)];
      const kills = { worker: 0, api: 0 };
      async function killing(dice: Dice, signal: AbortSignal): Promise<void> {
        while (!signal.aborted) {
          await pause(dice.upTo(5_000));
          if (dice.oneIn(5)) {
            kills.api += 1;
            await rack.apis.splice(dice.upTo(rack.apis.length), 1)[0]!.kill();
            await rack.addApi();
          } else {
            kills.worker += 1;
            await rack.workers.splice(dice.upTo(rack.workers.length), 1)[0]!.kill();
            await rack.addWorker();
          }
        }
      }
      const reporting = setInterval(() => {
        const rate = (load.operations * 1_000) / (performance.now() - startedAt);
        const done = `${load.operations} of ${OPS} operations (${rate.toFixed(1)} a second)`;
        tell(
          `random kills, ${backend}: ${done}, ${rack.smtp.messages.length} mails, ${kills.worker} workers and ${kills.api} HTTP services killed`,
        );
      }, 5_000);
      await load.run(OPS);
      over.abort();
      await Promise.all(trouble);
      const minutes = (performance.now() - startedAt) / 60_000;
      const isDrained = await rack.drained(DRAIN_MS);
      clearInterval(reporting);

      const count = await account(rack.db, rack.smtp, { stoppedAt: load.stoppedAt });
      // What was answered and is not in the rows is as lost as its letter.
      count.lost += Math.max(0, load.rejected.length - count.runs);
      record(`all, queue in ${backend}`, 'processes killed at random', count);
      note(
        `Random kills, queue in ${backend}`,
        `${load.operations} operations with ${load.rejected.length} rejections in ${minutes.toFixed(1)} minutes, ${kills.worker} workers and ${kills.api} HTTP services killed, ` +
          `${load.client.repeated} requests repeated, ${rack.smtp.messages.length} mails kept, seed ${SEED}`,
      );
      expect(isDrained).toBe(true);
      expect(count).toMatchObject(NOTHING_WRONG);
    },
    600_000 + OPS * 300,
  );
});

/** The mail server takes its time at ever other moments, so that kills find letters at all of them. */
async function slowing(dice: Dice, signal: AbortSignal): Promise<void> {
  const moments = ['greeting', 'ehlo', 'mail', 'rcpt', 'data', '354', 'mid-body', 'final-dot', 'accepted'] as const;
  while (!signal.aborted) {
    rack.smtp.always({ at: dice.oneOf(moments), do: 'delay', milliseconds: dice.upTo(60) });
    await pause(20);
  }
  rack.smtp.always(null);
}
