import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { NOTHING_WRONG } from './account.js';
import { BACKENDS, Rack } from './rack.js';
import { Trial } from './trial.js';

const IS_LONG = Number(process.env.TORTURE_OPS ?? 0) >= 10_000;
const SECONDS = IS_LONG ? 30 : 6;
const UNTROUBLED = { ...NOTHING_WRONG, unconfirmed: 0 };

let rack: Rack;
afterEach(() => rack?.close());

const withRedis = BACKENDS.includes('Redis') ? describe : describe.skip;

withRedis('a queue in Redis', () => {
  async function begin(fault: string, redisSettings: string[] = []): Promise<Trial> {
    rack = await Rack.open('Redis', { redisSettings });
    await rack.addWorker();
    return Trial.of(rack, fault, 'Redis');
  }

  it('that is wiped again and again loses nothing', async () => {
    const trial = await begin('FLUSHALL, every 20 ms');
    const wiping = new AbortController();
    const wiped = rack.redis!.do(async (client) => {
      while (!wiping.signal.aborted) {
        await client.flushall();
        await pause(20);
      }
    });
    for (let batch = 0; batch < 20; batch += 1) await trial.reject(5);
    wiping.abort();
    await wiped;
    expect(await trial.conclude()).toMatchObject(UNTROUBLED);
  });

  it('that is wiped after a fact was queued, before it was handled, loses no plan', async () => {
    const trial = await begin('FLUSHALL while facts are queued');
    // The candidate's lock keeps the worker from handling what the relay offers.
    await rack.db.query(`select pg_advisory_lock(hashtextextended($1, 0))`, [trial.candidateId]);
    await trial.reject(20);
    await pause(500);
    await rack.redis!.do((client) => client.flushall());
    await rack.db.query(`select pg_advisory_unlock(hashtextextended($1, 0))`, [trial.candidateId]);
    expect(await trial.conclude()).toMatchObject(UNTROUBLED);
  });

  it('that is killed and comes back empty loses nothing', async () => {
    const trial = await begin('killed and started again empty, three times');
    for (let round = 0; round < 3; round += 1) {
      await trial.reject(15);
      await rack.redis!.kill();
      await trial.reject(15);
      await rack.redis!.startAgain();
    }
    expect(await trial.conclude()).toMatchObject(UNTROUBLED);
  });

  it('that is out of memory holds everything up and loses nothing', async () => {
    const trial = await begin('out of memory (noeviction)', ['--maxmemory', '3mb', '--maxmemory-policy', 'noeviction']);
    await rack.redis!.do(async (client) => {
      for (let n = 0; ; n += 1) {
        const isFull = await client.set(`filler:${n}`, 'x'.repeat(10_000)).then(
          () => false,
          () => true,
        );
        if (isFull) return;
      }
    });
    await trial.reject(30);
    await pause(3_000);
    await rack.redis!.do((client) => client.flushall());
    expect(await trial.conclude()).toMatchObject(UNTROUBLED);
  });

  it.each([
    ['refuse', `unreachable for ${SECONDS} s (refused)`],
    ['stall', `unreachable for ${SECONDS} s (silent)`],
  ] as const)('%s: that cannot be reached for a while loses nothing', async (what, fault) => {
    const trial = await begin(fault);
    await trial.reject(10);
    rack.networks.redis!.become({ do: what });
    if (what === 'refuse') rack.networks.redis!.end('reset');
    await trial.reject(10);
    await pause(SECONDS * 1_000);
    rack.networks.redis!.become(null);
    expect(await trial.conclude()).toMatchObject(UNTROUBLED);
  });
});
