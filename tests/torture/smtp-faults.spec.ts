import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import type { SmtpFault, SmtpMoment } from '../support/scripted-smtp.conversation.js';
import { NOTHING_WRONG } from './account.js';
import { Rack } from './rack.js';
import { Trial } from './trial.js';

const MOMENTS: SmtpMoment[] = ['greeting', 'ehlo', 'mail', 'rcpt', 'data', '354', 'mid-body', 'final-dot', 'accepted'];
/** From here on the server had said 354. */
const DOUBTFUL = new Set<SmtpMoment>(['354', 'mid-body', 'final-dot', 'accepted']);
const LETTERS = 4;

let rack: Rack;
beforeAll(async () => {
  rack = await Rack.open();
  await rack.addWorker();
});
afterEach(() => rack.smtp.always(null));
afterAll(() => rack.close());

const unconfirmedAt = (moment: SmtpMoment) => (DOUBTFUL.has(moment) ? LETTERS : 0);

describe.each(['drop', 'reset'] as const)('a mail server that dies (%s)', (kind) => {
  it.each(MOMENTS)('at %s', async (at) => {
    const trial = await Trial.of(rack, `dies (${kind}) at ${at}`, 'mail server');
    rack.smtp.always({ at, do: kind });
    await trial.reject(LETTERS);
    await trial.everyLetter(({ state, attempt }) => attempt > 0 && state !== 'sending');
    rack.smtp.always(null);
    const count = await trial.conclude();
    expect(count).toMatchObject(NOTHING_WRONG);
    // Gone right after its 354, it may be gone before the first byte: that is not in doubt.
    if (at !== '354') expect(count.unconfirmed).toBe(unconfirmedAt(at));
  });
});

describe('a mail server that hangs until its connections die', () => {
  it.each(MOMENTS)('at %s', async (at) => {
    const trial = await Trial.of(rack, `hangs at ${at}`, 'mail server');
    rack.smtp.always({ at, do: 'hang' });
    await trial.reject(LETTERS);
    await trial.everyLetter(({ state }) => state === 'sending');
    if (DOUBTFUL.has(at)) await trial.everyLetter(({ phase }) => phase === 'data');
    rack.smtp.always(null);
    rack.smtp.hangUp();
    expect(await trial.conclude()).toMatchObject({ ...NOTHING_WRONG, unconfirmed: unconfirmedAt(at) });
  });
});

describe('a mail server that is slower than the lease', () => {
  it.each(['rcpt', 'final-dot'] as const)('at %s: whoever talks to it keeps the letter', async (at) => {
    const trial = await Trial.of(rack, `slower than the lease at ${at}`, 'mail server');
    const answered = Promise.withResolvers<void>();
    rack.smtp.always({ at, do: 'wait', until: answered.promise });
    await trial.reject(LETTERS);
    await trial.everyLetter(({ state }) => state === 'sending');
    const sql = `select 1 from follow_up_attempts where attempt = 1 having max(started_at) < now() - interval '12 seconds'`;
    await eventually(() => rack.db.query(sql), { what: 'a lease and a half going by' });
    await trial.everyLetter(({ state, attempt }) => state === 'sending' && attempt === 1);
    rack.smtp.always(null);
    answered.resolve();
    expect(await trial.conclude()).toMatchObject({ ...NOTHING_WRONG, unconfirmed: 0 });
  });
});

/** At the moments at which a server may answer no. */
const REFUSABLE = ['greeting', 'ehlo', 'mail', 'rcpt', 'data', 'final-dot'] as const;
const REPLIES = [
  '421 4.3.2 Closing the channel',
  '450 4.2.0 Greylisted, try again in 5 minutes',
  '451 4.3.0 Local error',
  '452 4.2.2 Mailbox full',
  '500 5.5.1 What',
  '521 5.3.2 No mail here',
  '550 5.1.1 No such user',
  '550 5.7.1 Not wanted',
  '552 5.2.2 Mailbox full',
  '554 5.6.0 No',
];

/** What a server that refuses us keeps back is tried again. */
async function anHourPasses(): Promise<void> {
  await rack.db
    .query(`update mail_accounts set refused_at = null, refused_recipient = null, closed_at = null, opened_at = now();
    update follow_ups set refused_until = now() where state = 'held' and held_why = 'mailbox_refused'`);
}

describe.each(REFUSABLE)('a mail server that refuses at %s', (at) => {
  it('with any code: a definite answer, settled without doubt', async () => {
    const trial = await Trial.of(rack, `4xx and 5xx answers at ${at}`, 'mail server');
    for (const reply of REPLIES) {
      rack.smtp.always({ at, do: 'answer', reply } satisfies SmtpFault);
      await trial.reject();
      await trial.everyLetter(({ state, attempt }) => attempt > 0 && state !== 'sending');
      await anHourPasses();
    }
    rack.smtp.always(null);
    await anHourPasses();
    expect(await trial.conclude()).toMatchObject({ ...NOTHING_WRONG, unconfirmed: 0 });
  });
});

describe('a mail server that knows no such mailbox', () => {
  it('is not tried with it again, whatever comes later', async () => {
    const trial = await Trial.of(rack, 'knows no such mailbox, and then it does', 'mail server');
    rack.smtp.always({ at: 'rcpt', do: 'answer', reply: '550 5.1.1 No such user' });
    const [refused] = await trial.reject();
    const contactId = refused!.contactId!;
    await trial.everyLetter(({ state }) => state === 'failed');
    rack.smtp.always(null);
    const stoppedAt = new Map([[`${contactId}@example.com`, new Date()]]);
    await trial.reject(1, { contactId });
    expect(await trial.conclude(stoppedAt)).toMatchObject({ ...NOTHING_WRONG, unconfirmed: 0 });
  });
});
