import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { NOTHING_WRONG } from './account.js';
import { BACKENDS, Rack } from './rack.js';
import { OwnPostgres } from './own-postgres.js';
import { Stream } from './stream.js';

const UNREACHABLE_FOR_MS = 6_000;

let postgres: OwnPostgres;
let rack: Rack;

describe.each(BACKENDS)('Postgres, with the queue in %s', (backend) => {
  beforeEach(async () => {
    postgres = await OwnPostgres.start();
    rack = await Rack.open(backend, { db: postgres.db });
    await Promise.all([rack.addWorker(), rack.addApi()]);
  });
  afterEach(async () => {
    await rack.close();
    await postgres.stop();
  });

  const component = `Postgres, queue in ${backend}`;

  it.each([
    ['kill', 'all its processes killed and started again, twice'],
    ['stopFast', 'restarted (fast), twice'],
  ] as const)('%s: loses nothing that was answered', async (how, fault) => {
    const stream = await Stream.start(rack);
    for (let round = 0; round < 2; round += 1) {
      await stream.reaches(25);
      await postgres[how]();
      await postgres.startAgain();
    }
    await stream.reaches(25);
    expect(await stream.conclude(component, fault)).toMatchObject(NOTHING_WRONG);
  });

  it('whose connections are reset again and again loses nothing', async () => {
    const stream = await Stream.start(rack);
    for (let round = 0; round < 15; round += 1) {
      await stream.reaches(4);
      rack.networks.postgres.end('reset');
      rack.networks.api.end('reset');
    }
    expect(await stream.conclude(component, 'every connection reset, 15 times')).toMatchObject(NOTHING_WRONG);
  });

  it.each([
    ['stall', 'silent for a while'],
    ['refuse', 'unreachable for a while'],
  ] as const)('%s: that cannot be reached for a while loses nothing', async (what, fault) => {
    const stream = await Stream.start(rack);
    await stream.reaches(20);
    for (const network of [rack.networks.postgres, rack.networks.api]) {
      network.become({ do: what });
      if (what === 'refuse') network.end('reset');
    }
    await pause(UNREACHABLE_FOR_MS);
    for (const network of [rack.networks.postgres, rack.networks.api]) network.become(null);
    await stream.reaches(20);
    expect(await stream.conclude(component, `${fault} (${UNREACHABLE_FOR_MS / 1_000} s)`)).toMatchObject(NOTHING_WRONG);
  });

  it('behind a slow network everything goes, slowly', async () => {
    const stream = await Stream.start(rack);
    for (const network of [rack.networks.postgres, rack.networks.api]) network.become({ do: 'delay', milliseconds: 5 });
    await stream.reaches(15);
    expect(await stream.conclude(component, 'every packet 5 ms late')).toMatchObject({
      ...NOTHING_WRONG,
      unconfirmed: 0,
    });
  });
});
