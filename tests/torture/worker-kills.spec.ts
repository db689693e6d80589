import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import type { SmtpMoment } from '../support/scripted-smtp.conversation.js';
import { NOTHING_WRONG } from './account.js';
import { BACKENDS, Rack } from './rack.js';
import { note } from './report.js';
import { Trial } from './trial.js';

let rack: Rack;
afterEach(() => rack.close());

/** What the worker says to Postgres of a letter, and not of a reminder, on the way to the COMMIT that ends the step. */
const STEPS = {
  'the plan of a rejection': ['insert into follow_ups', 'COMMIT'],
  'the claim of a letter': [`set state = 'sending', attempt = $2`, 'COMMIT'],
  'the point of no return': [`and phase = 'connect'`, 'COMMIT'],
  'the outcome of a letter': ['update follow_up_attempts set ended_at', 'COMMIT'],
} as const;
/** The server had said 354, and nobody alive knows what became of it. */
const DOUBTFUL = new Set(['the point of no return, after', 'the outcome of a letter, before']);

async function aLetterGoes(): Promise<void> {
  const other = await Trial.of(rack, 'none');
  await other.reject();
  await other.everyLetter(({ state }) => state === 'sent');
}

describe.each(BACKENDS)('with the queue in %s', (backend) => {
  describe.each(Object.keys(STEPS) as (keyof typeof STEPS)[])('at the COMMIT of %s', (step) => {
    describe.each(['before', 'after'] as const)('%s the server heard it', (when) => {
      it.each(['worker is killed', 'connection is reset', 'worker is frozen past its lease'] as const)(
        'the %s',
        async (what) => {
          rack = await Rack.open(backend);
          const worker = await rack.addWorker();
          const trial = await Trial.of(rack, `${what} ${when} the COMMIT of ${step}`);
          const moment = rack.networks.postgres.stopAt([...STEPS[step]], { forward: when === 'after' });
          await trial.reject(3);
          const caught = await moment;
          // While another candidate's letter goes: time enough for a body that does not wait.
          if (step === 'the point of no return') await aLetterGoes();
          if (what === 'connection is reset') caught.reset();
          if (what === 'worker is killed') await worker.kill();
          if (what === 'worker is frozen past its lease') {
            worker.freeze();
            caught.letGo();
            await rack.addWorker();
            // Postgres ends what a frozen one left open after 15 seconds, once.
            expect(await rack.drained(60_000)).toBe(true);
            worker.thaw();
          } else await rack.addWorker();
          const count = await trial.conclude();
          expect(count).toMatchObject(NOTHING_WRONG);
          if (what === 'worker is killed' && DOUBTFUL.has(`${step}, ${when}`))
            expect(count.unconfirmed).toBeGreaterThan(0);
          // Whoever has the answer is alive, and writes it down.
          if (what === 'connection is reset' && step === 'the outcome of a letter') expect(count.unconfirmed).toBe(0);
        },
      );
    });
  });

  const MOMENTS: SmtpMoment[] = [
    'greeting',
    'ehlo',
    'mail',
    'rcpt',
    'data',
    '354',
    'mid-body',
    'final-dot',
    'accepted',
  ];
  it.each(MOMENTS)('the worker is killed while the mail server is at %s', async (at) => {
    rack = await Rack.open(backend);
    const worker = await rack.addWorker();
    const trial = await Trial.of(rack, `worker is killed while the mail server is at ${at}`);
    rack.smtp.always({ at, do: 'hang' });
    await trial.reject(3);
    await trial.everyLetter(({ state, phase }) => state === 'sending' && (MOMENTS.indexOf(at) < 5 || phase === 'data'));
    if (at === 'accepted')
      await eventually(() => rack.smtp.messages.length >= 3, { what: 'the server keeping the letters' });
    await worker.kill();
    rack.smtp.always(null);
    rack.smtp.hangUp();
    await rack.addWorker();
    const count = await trial.conclude();
    expect(count).toMatchObject({ ...NOTHING_WRONG, unconfirmed: MOMENTS.indexOf(at) < 5 ? 0 : 3 });
  });

  it('another worker takes over what a killed one had', async () => {
    rack = await Rack.open(backend);
    const worker = await rack.addWorker();
    const trial = await Trial.of(rack, 'worker is killed beside another one, again and again');
    const seconds: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      rack.smtp.always({ at: 'greeting', do: 'hang' });
      await trial.reject();
      await trial.everyLetter(({ state }) => state === 'sending' || state === 'sent');
      const killed = round === 0 ? worker : rack.workers.at(-1)!;
      await rack.addWorker();
      rack.smtp.always(null);
      await killed.kill();
      const killedAt = performance.now();
      await trial.everyLetter(({ state }) => state === 'sent');
      seconds.push((performance.now() - killedAt) / 1_000);
    }
    note(
      `Seconds from the SIGKILL of a worker to its letter being sent by another, queue in ${backend}`,
      seconds.map((s) => s.toFixed(1)).join(', '),
    );
    expect(await trial.conclude()).toMatchObject(NOTHING_WRONG);
  });
});
