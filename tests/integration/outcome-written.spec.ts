import type { FollowUp } from '@app/database';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AT_ONCE } from '../support/arrange.js';
import type { CandidateLife } from '../support/candidate-life.js';
import { eventually } from '../support/eventually.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { WorkerParts } from '../support/worker-parts.js';
import type { WorkerProcess } from '../support/worker.process.js';

jest.setTimeout(90_000);

/** Planned for tomorrow; a test says when its time has come. */
const TOMORROW = { ...AT_ONCE, feedbackRequest: { delay: 'P1D' } };
/** What the worker says to Postgres on the way to the COMMIT of an outcome. */
const OUTCOME = {
  letter: ['update follow_up_attempts set ended_at', 'COMMIT'],
  reminder: ['update follow_up_attempts a set ended_at', 'COMMIT'],
};

let parts: WorkerParts;
let network: FaultProxy;
let worker: WorkerProcess;
let life: CandidateLife;
beforeAll(async () => {
  parts = await WorkerParts.open();
  network = await FaultProxy.before(parts.db.workerUrl);
});
beforeEach(async () => {
  worker = await parts.addWorker({ databaseUrl: network.through(parts.db.workerUrl) });
  life = await parts.candidate(TOMORROW);
});
afterEach(async () => {
  parts.smtp.always(null);
  network.become(null);
  await parts.killWorkers();
});
afterAll(async () => {
  await network.close();
  await parts.stop();
});

async function aFollowUp(what: keyof typeof OUTCOME): Promise<FollowUp> {
  const { applicationId } = await life.isRejected();
  return life.the(what === 'letter' ? 'feedback_request' : 'reflection', { applicationId });
}
const linesOf = async ({ id }: FollowUp) => (await life.ledger(id)).filter((line) => !/ planned:| sending:/.test(line));
const mailsOf = ({ id }: FollowUp) =>
  parts.smtp.messages.filter(({ raw }) => raw.includes(`\r\nMessage-ID: <${id}@example.org>\r\n`)).length;
const touchesOf = ({ id }: FollowUp) => parts.db.query('select 1 from touches where follow_up_id = $1', [id]);

describe.each(['letter', 'reminder'] as const)('what became of a %s', (what) => {
  it.each([
    ['before', false],
    ['after', true],
  ] as const)('is written once, when the connection ends %s the database heard the COMMIT', async (_when, forward) => {
    const followUp = await aFollowUp(what);
    const moment = network.stopAt(OUTCOME[what], { forward });
    await parts.makeDue(followUp.id);
    (await moment).reset();
    await life.becomes(followUp.id, 'sent');
    await life.handled();
    // Until the worker has written it as often as it will: then a letter of its own has gone as well.
    const next = await aFollowUp(what);
    await parts.makeDue(next.id);
    await life.becomes(next.id, 'sent');
    expect(await linesOf(followUp)).toEqual(['sender sent: 250 2.0.0 Queued as SCRIPTED']);
    expect(mailsOf(followUp)).toBe(1);
    expect(await touchesOf(followUp)).toHaveLength(what === 'letter' ? 1 : 0);
    const facts = await life.events('follow_up.sent.v1');
    expect(facts.filter(({ data }) => (data as { followUpId: string }).followUpId === followUp.id)).toHaveLength(1);
  });

  it('is written when the database is there again', async () => {
    const followUp = await aFollowUp(what);
    const moment = network.stopAt(OUTCOME[what], { forward: false });
    await parts.makeDue(followUp.id);
    const caught = await moment;
    network.become({ do: 'refuse' });
    caught.reset();
    network.end('reset');
    await eventually(() => worker.output.split('could not be written yet').length > 3, { what: 'some tries' });
    network.become(null);
    await life.becomes(followUp.id, 'sent');
    expect(await linesOf(followUp)).toEqual(['sender sent: 250 2.0.0 Queued as SCRIPTED']);
    expect(mailsOf(followUp)).toBe(1);
  });
});

it('a letter whose lease ran out meanwhile is sent all the same, and once', async () => {
  const letter = await aFollowUp('letter');
  const moment = network.stopAt(OUTCOME.letter, { forward: false });
  await parts.makeDue(letter.id);
  const caught = await moment;
  network.become({ do: 'refuse' });
  caught.reset();
  network.end('reset');
  const isOver = () => parts.db.query('select 1 from follow_ups where id = $1 and lease_until < now()', [letter.id]);
  await eventually(isOver, { what: 'the end of the lease' });
  network.become(null);
  await life.becomes(letter.id, 'sent');
  await life.handled();
  expect([mailsOf(letter), (await touchesOf(letter)).length]).toEqual([1, 1]);
  expect((await linesOf(letter)).filter((line) => line.startsWith('sender sent'))).toHaveLength(1);
});

it('that a letter was refused is not forgotten either', async () => {
  parts.smtp.always({ at: 'rcpt', do: 'answer', reply: '550 5.1.1 No such user' });
  const letter = await aFollowUp('letter');
  const moment = network.stopAt(OUTCOME.letter, { forward: false });
  await parts.makeDue(letter.id);
  (await moment).reset();
  await life.becomes(letter.id, 'failed');
  expect(await linesOf(letter)).toEqual(['sender failed: 550 5.1.1 No such user']);
});

it('a worker that is to end does not wait for the database for ever', async () => {
  const letter = await aFollowUp('letter');
  const moment = network.stopAt(OUTCOME.letter, { forward: false });
  await parts.makeDue(letter.id);
  const caught = await moment;
  network.become({ do: 'refuse' });
  caught.reset();
  network.end('reset');
  await worker.stop();
  await parts.addWorker();
  await life.becomes(letter.id, 'unconfirmed');
});
