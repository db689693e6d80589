import { afterEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NOTHING_WRONG } from './account.js';
import { BACKENDS, Rack, UNHINDERED } from './rack.js';
import { Trial } from './trial.js';

const CLOCK = pathToFileURL(join(process.cwd(), 'tests/support/shifted-clock.js')).href;

let rack: Rack;
afterEach(() => rack.close());

describe.each(BACKENDS)('a worker whose clock is wrong, with the queue in %s', (backend) => {
  it.each([200, -200])('by %d days sends nothing early and nothing late', async (days) => {
    rack = await Rack.open(backend);
    await rack.addWorker({ NODE_OPTIONS: `--import ${CLOCK}`, CLOCK_SHIFT_DAYS: String(days) });
    const trial = await Trial.of(rack, `clock is ${Math.abs(days)} days ${days > 0 ? 'ahead' : 'behind'}`);
    const patient = await rack.candidate({ ...UNHINDERED, feedbackRequest: { delay: 'P1D' } });
    const later = await rack.reject(patient, 5);
    await trial.reject(5);
    await trial.everyLetter(({ state }) => state === 'sent');
    const waiting = await rack.lettersOf(later.map(({ applicationId }) => applicationId));
    // Their day comes.
    await rack.db.query(`update follow_ups set due_at = now() where candidate_id = $1 and audience = 'contact'`, [
      patient,
    ]);
    trial.applications.push(...later.map(({ applicationId }) => applicationId));
    expect(await trial.conclude()).toMatchObject({ ...NOTHING_WRONG, unconfirmed: 0 });
    expect(waiting.map(({ state }) => state)).toEqual(Array(5).fill('waiting'));
  });

  it('respects the lease of a worker whose clock is right', async () => {
    rack = await Rack.open(backend);
    await rack.addWorker();
    const trial = await Trial.of(rack, 'clock is 200 days ahead, beside a right one');
    const released = Promise.withResolvers<void>();
    rack.smtp.always({ at: 'mail', do: 'wait', until: released.promise });
    await trial.reject(3);
    await trial.everyLetter(({ state }) => state === 'sending');
    rack.smtp.always(null);
    await rack.addWorker({ NODE_OPTIONS: `--import ${CLOCK}`, CLOCK_SHIFT_DAYS: '200' });
    // It takes up what came after it, so it looked and left the leased ones alone.
    const after = await Trial.of(rack, 'clock is 200 days ahead, beside a right one');
    await after.reject(3);
    await after.everyLetter(({ state }) => state === 'sent');
    await trial.everyLetter(({ state, attempt }) => state === 'sending' && attempt === 1);
    released.resolve();
    expect(await trial.conclude()).toMatchObject({ ...NOTHING_WRONG, unconfirmed: 0 });
    expect(await after.conclude()).toMatchObject({ ...NOTHING_WRONG, unconfirmed: 0 });
  });
});
