import { say } from '@app/contracts';
import { FollowUp, FollowUpAttempt } from '@app/database';
import { sentence } from '@app/follow-ups';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AT_ONCE, setSettings } from '../support/arrange.js';
import type { CandidateLife } from '../support/candidate-life.js';
import { eventually } from '../support/eventually.js';
import type { SmtpFault } from '../support/scripted-smtp.conversation.js';
import { WorkerParts } from '../support/worker-parts.js';
import type { WorkerProcess } from '../support/worker.process.js';

jest.setTimeout(90_000);

/** Planned for tomorrow; a test says when its time has come. */
const TOMORROW = { ...AT_ONCE, feedbackRequest: { delay: 'P1D' } };
const DAY = 86_400_000;

let parts: WorkerParts;
let worker: WorkerProcess;
let life: CandidateLife;
beforeAll(async () => {
  parts = await WorkerParts.open();
  worker = await parts.addWorker();
});
beforeEach(async () => {
  life = await parts.candidate(TOMORROW);
});
afterAll(() => parts.stop());

async function aLetter(contactId?: string): Promise<FollowUp> {
  const { applicationId } = await life.isRejected(contactId ? { contactId } : {});
  return life.the('feedback_request', { applicationId });
}
const set = ({ id }: FollowUp, sql: string) => parts.db.query(`update follow_ups set ${sql} where id = $1`, [id]);
const lastLine = async ({ id }: FollowUp) => (await life.ledger(id)).at(-1);
const mailsTo = ({ contactId }: FollowUp) =>
  parts.smtp.messages.filter(({ to }) => to === `${contactId}@example.com`).length;
const attemptOf = ({ id }: FollowUp) =>
  life.do((tx) => tx.findOneByOrFail(FollowUpAttempt, { followUpId: id, attempt: 1 }));

/** The letter is at this moment of its conversation, and goes on when the test says so. */
async function goingOut(at: SmtpFault['at']) {
  const gate = Promise.withResolvers<void>();
  const before = parts.smtp.conversations.length;
  parts.smtp.next({ at, do: 'wait', until: gate.promise });
  const letter = await aLetter();
  await parts.makeDue(letter.id);
  const conversation = await eventually(() => parts.smtp.conversations[before], { what: 'the connection' });
  return { letter, conversation, goOn: () => gate.resolve() };
}

describe('a letter held for the gap', () => {
  it('that was to go at once is in no hurry any more', async () => {
    const earlier = await aLetter();
    await set(earlier, `state = 'sent', sent_at = now() - interval '1 day'`);
    const letter = await aLetter(earlier.contactId!);
    await set(letter, `state = 'waiting', held_why = null, held_until = null, at_once = true, due_at = now()`);
    expect(await life.becomes(letter.id, 'held')).toMatchObject({ heldWhy: 'contact_gap', atOnce: false });
  });
});

describe('a mail that cannot be made', () => {
  it('fails, with its reason, and is not tried for ever', async () => {
    const letter = await aLetter();
    await parts.db.query(`update contacts set email = 'a<b@example.com' where id = $1`, [letter.contactId]);
    await parts.makeDue(letter.id);
    await life.becomes(letter.id, 'failed');
    expect(await lastLine(letter)).toBe(
      'sender failed: The mail could not be made: "a<b@example.com" is not a mail address',
    );
    expect((await life.events('follow_up.failed.v1')).map(({ data }) => data)).toMatchObject([
      { followUpId: letter.id },
    ]);
  });

  it('of reminders: the one at fault fails, and the others go', async () => {
    await life.isRejected();
    const rows = [await life.the('reflection'), await life.the('check_in'), await life.the('half_year')] as const;
    await set(rows[2], `details = '{"cooldownUntil": "never"}'`);
    await parts.db.query(`update follow_ups set due_at = now() where id = any($1)`, [rows.map(({ id }) => id)]);
    await life.becomes(rows[0].id, 'sent');
    await life.becomes(rows[1].id, 'sent');
    await life.becomes(rows[2].id, 'failed');
    expect(await lastLine(rows[2])).toMatch(/^sender failed: The mail could not be made: Invalid time value/);
  });
});

describe('at the point of no return', () => {
  it('a reply that is being recorded comes first: the letter is cancelled, and not a byte goes', async () => {
    const { letter, conversation, goOn } = await goingOut('data');
    await life.do(async (tx) => {
      await tx.query(
        `insert into touches (id, candidate_id, contact_id, kind, direction, at) values (gen_random_uuid(), $1, $2, 'mail', 'in', now())`,
        [life.id, letter.contactId],
      );
      await tx.query('update contacts set last_touch_at = now() where id = $1', [letter.contactId]);
      goOn();
      await eventually(
        async () => {
          const [seen] = await parts.db.query<{ waits: boolean; passed: boolean }>(
            `select exists (select 1 from pg_locks where not granted) as waits,
               (select phase = 'data' from follow_ups where id = $1) as passed`,
            [letter.id],
          );
          return seen!.waits || seen!.passed;
        },
        { what: 'the sender at the point of no return' },
      );
    });
    await life.becomes(letter.id, 'cancelled');
    await eventually(() => conversation.closed, { what: 'the end of the conversation' });
    expect([conversation.bodyBytes, mailsTo(letter)]).toEqual([0, 0]);
    expect(await lastLine(letter)).toBe(`stop_rule cancelled: ${sentence(say('contact_wrote'), 'en')}`);
    const ended = await eventually(async () => (await attemptOf(letter)).endedAt && attemptOf(letter));
    expect(ended).toMatchObject({ outcome: 'stopped', dataAt: null });
  });
});

describe('a sender that wakes up late', () => {
  it('and knows that the letter arrived: it is sent, also when the candidate has asked for another try', async () => {
    const { letter, goOn } = await goingOut('accepted');
    await eventually(() => mailsTo(letter) === 1, { what: 'the server keeping the letter' });
    worker.freeze();
    const other = await parts.addWorker();
    await life.becomes(letter.id, 'unconfirmed');
    await other.stop();
    goOn();
    await set(letter, `state = 'waiting', due_at = now() + interval '1 hour', at_once = true`);
    worker.thaw();
    await life.becomes(letter.id, 'sent');
    expect(mailsTo(letter)).toBe(1);
    expect(await lastLine(letter)).toBe('sender sent: 250 2.0.0 Queued as SCRIPTED');
  });
});

describe('a contact is kept warm', () => {
  it('again half a year later, when the reminder has come', async () => {
    const { contactId } = await life.isRejected();
    await parts.makeDue((await life.the('half_year')).id);
    await eventually(async () => (await life.followUps({ kind: 'half_year' })).length === 2, { what: 'the next one' });
    const [first, next] = await life.followUps({ kind: 'half_year' });
    expect(first!.state).toBe('sent');
    expect(next).toMatchObject({ state: 'waiting', contactId });
    expect(next!.dueAt.getTime()).toBeGreaterThan(Date.now() + 170 * DAY);
  });

  it('as soon as the candidate looks again', async () => {
    life = await parts.candidate({ ...TOMORROW, looking: false });
    await life.isRejected();
    expect(await life.followUps({ kind: 'half_year' })).toEqual([]);
    await setSettings(parts.api, TOMORROW, life.id);
    await life.say({ type: 'settings.changed.v1', data: { fields: ['looking'] } });
    await life.handled();
    expect(await life.the('half_year')).toMatchObject({ state: 'waiting' });
  });
});
