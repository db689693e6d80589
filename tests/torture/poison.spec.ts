import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import { NOTHING_WRONG } from './account.js';
import { BACKENDS, Rack } from './rack.js';
import { Trial } from './trial.js';

const POISONS: [string, string, unknown][] = [
  ['an id that is none', 'application.rejected.v1', { applicationId: 'none', rejectionId: 'none' }],
  ['a type that nobody knows', 'application.exploded.v1', {}],
  ['a touch of the wrong shape', 'contact.touched.v1', { touchId: { $gt: '' } }],
  [
    'a stage change about nothing',
    'application.stage_changed.v1',
    { from: 'rejected', to: 'accepted', applicationId: [] },
  ],
];

describe.each(BACKENDS)('messages that nobody can handle, with the queue in %s', (backend) => {
  let rack: Rack;
  beforeAll(async () => {
    rack = await Rack.open(backend);
    await rack.addWorker();
  });
  afterAll(() => rack.close());

  it.each(POISONS)('%s: set aside with a reason, while the others go on', async (name, type, data) => {
    const trial = await Trial.of(rack, `poison: ${name}`);
    const id = randomUUID();
    // Its last try; the eleven before it take half an hour.
    await rack.db.query(`insert into outbox (id, candidate_id, type, data, failures) values ($1, $2, $3, $4, 11)`, [
      id,
      trial.candidateId,
      type,
      JSON.stringify(data),
    ]);
    await trial.reject(10);
    const parked = await eventually(
      async () => {
        const sql = `select last_error as why from outbox where id = $1 and parked_at is not null`;
        return (await rack.db.query<{ why: string }>(sql, [id]))[0];
      },
      { what: 'the message being set aside' },
    );
    expect(parked.why).not.toBe('');
    expect(await trial.conclude()).toMatchObject({ ...NOTHING_WRONG, unconfirmed: 0 });
  });
});
