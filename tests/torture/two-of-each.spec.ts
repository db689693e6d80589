import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { NOTHING_WRONG } from './account.js';
import { BACKENDS, Rack } from './rack.js';
import { Trial } from './trial.js';

let rack: Rack;
afterEach(() => rack.close());

describe.each(BACKENDS)('with the queue in %s', (backend) => {
  it('two workers and two relays do everything once', async () => {
    rack = await Rack.open(backend);
    await Promise.all([rack.addWorker(), rack.addWorker()]);
    const trial = await Trial.of(rack, 'two workers, two relays');
    await trial.reject(100);
    expect(await trial.conclude()).toMatchObject({ ...NOTHING_WRONG, unconfirmed: 0 });
  });

  it.each(['mail', 'data', 'final-dot'] as const)(
    'a worker that freezes at %s and wakes up late overwrites nothing',
    async (at) => {
      rack = await Rack.open(backend);
      const frozen = await rack.addWorker();
      const trial = await Trial.of(rack, `worker is frozen past its lease while the mail server is at ${at}`);
      const thawed = Promise.withResolvers<void>();
      rack.smtp.always({ at, do: 'wait', until: thawed.promise });
      await trial.reject(3);
      const isDoubtful = at === 'final-dot';
      await trial.everyLetter(({ state, phase }) => state === 'sending' && (!isDoubtful || phase === 'data'));
      await eventually(() => rack.smtp.conversations.length >= 3);
      frozen.freeze();
      rack.smtp.always(null);
      await rack.addWorker();
      await trial.everyLetter(({ state }) => state === (isDoubtful ? 'unconfirmed' : 'sent'));
      thawed.resolve();
      frozen.thaw();
      // The late definite answer of that very attempt settles it.
      await trial.everyLetter(({ state }) => state === 'sent');
      await frozen.stop();
      expect(await trial.conclude()).toMatchObject({ ...NOTHING_WRONG, unconfirmed: 0 });
    },
  );

  it('a frozen worker that hears a late no decides nothing about the try that was made meanwhile', async () => {
    rack = await Rack.open(backend);
    const frozen = await rack.addWorker();
    const trial = await Trial.of(rack, 'worker is frozen, and the letter is resent meanwhile');
    const thawed = Promise.withResolvers<void>();
    rack.smtp.always({ at: 'final-dot', do: 'wait', until: thawed.promise, reply: '451 4.3.0 Try again' });
    await trial.reject(3);
    await trial.everyLetter(({ phase }) => phase === 'data');
    frozen.freeze();
    rack.smtp.always({ at: 'accepted', do: 'drop' });
    await rack.addWorker();
    await trial.everyLetter(({ state, attempt }) => state === 'unconfirmed' && attempt === 1);
    // As the candidate's `resend` does.
    await rack.db.query(`update follow_ups set state = 'waiting', due_at = now() where state = 'unconfirmed'`);
    await trial.everyLetter(({ state, attempt }) => state === 'unconfirmed' && attempt === 2);
    rack.smtp.always(null);
    thawed.resolve();
    frozen.thaw();
    const answered = `select 1 from follow_up_attempts a join follow_ups f on f.id = a.follow_up_id
      where f.audience = 'contact' and a.outcome = 'retrying' having count(*) = 3`;
    await eventually(() => rack.db.query(answered), { what: 'the late answers being written down' });
    expect(await trial.conclude()).toMatchObject({ ...NOTHING_WRONG, unconfirmed: 3 });
  });

  it('a worker that freezes inside a transaction does not keep others from that candidate', async () => {
    rack = await Rack.open(backend);
    const frozen = await rack.addWorker();
    const trial = await Trial.of(rack, 'worker is frozen inside a transaction');
    const moment = rack.networks.postgres.stopAt(['insert into follow_ups', 'COMMIT'], { forward: false });
    await trial.reject(3);
    const caught = await moment;
    frozen.freeze();
    await rack.addWorker();
    await trial.everyLetter(({ state }) => state === 'sent');
    frozen.thaw();
    caught.letGo();
    expect(await trial.conclude()).toMatchObject({ ...NOTHING_WRONG, unconfirmed: 0 });
  });
});
