/** The most telling faults of `npm run torture`, short enough for every day. */
import { afterEach, expect, it, jest } from '@jest/globals';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NOTHING_WRONG } from '../torture/account.js';
import { Rack, UNHINDERED } from '../torture/rack.js';
import { Trial } from '../torture/trial.js';

jest.setTimeout(180_000);

const UNTROUBLED = { ...NOTHING_WRONG, unconfirmed: 0 };
const CLOCK = pathToFileURL(join(process.cwd(), 'tests/support/shifted-clock.js')).href;

let rack: Rack;
afterEach(() => rack.close());

it('a worker that was frozen past its lease neither sends nor overwrites when it wakes up', async () => {
  rack = await Rack.open();
  const frozen = await rack.addWorker();
  const trial = await Trial.of(rack, 'worker is frozen past its lease');
  const thawed = Promise.withResolvers<void>();
  rack.smtp.always({ at: 'data', do: 'wait', until: thawed.promise });
  await trial.reject(2);
  await trial.everyLetter(({ state }) => state === 'sending');
  frozen.freeze();
  rack.smtp.always(null);
  await rack.addWorker();
  await trial.everyLetter(({ state }) => state === 'sent');
  thawed.resolve();
  frozen.thaw();
  await frozen.stop();
  expect(await trial.conclude()).toMatchObject(UNTROUBLED);
});

it('workers whose clocks are 200 days wrong send nothing early and nothing late', async () => {
  rack = await Rack.open();
  for (const days of ['200', '-200']) {
    await rack.addWorker({ NODE_OPTIONS: `--import ${CLOCK}`, CLOCK_SHIFT_DAYS: days });
  }
  const patient = await rack.candidate({ ...UNHINDERED, feedbackRequest: { delay: 'P1D' } });
  const later = await rack.reject(patient, 2);
  const trial = await Trial.of(rack, 'clocks are 200 days wrong');
  await trial.reject(4);
  await trial.everyLetter(({ state }) => state === 'sent');
  const waiting = await rack.lettersOf(later.map(({ applicationId }) => applicationId));
  expect(waiting.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  expect(await trial.conclude()).toMatchObject(UNTROUBLED);
});

it('a connection to Postgres that is reset during a COMMIT leaves one plan and one letter', async () => {
  rack = await Rack.open();
  await rack.addWorker();
  const trial = await Trial.of(rack, 'connection is reset during a COMMIT');
  for (const said of ['insert into follow_ups', `set state = 'sending', attempt = $2`, `and phase = 'connect'`]) {
    const moment = rack.networks.postgres.stopAt([said, 'COMMIT'], { forward: true });
    await trial.reject();
    (await moment).reset();
  }
  const count = await trial.conclude();
  expect(count).toMatchObject(NOTHING_WRONG);
});
