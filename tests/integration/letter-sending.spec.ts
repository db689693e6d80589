import { Candidate, Contact, type FollowUp } from '@app/database';
import { addDuration, insideWindow } from '@app/follow-ups';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type ParsedMail, simpleParser } from 'mailparser';
import { type Arrangement, AT_ONCE } from '../support/arrange.js';
import type { CandidateLife } from '../support/candidate-life.js';
import { eventually } from '../support/eventually.js';
import { MANY_SCRIPTS } from '../support/many-scripts.js';
import { WorkerParts } from '../support/worker-parts.js';

jest.setTimeout(90_000);

/** Planned for tomorrow; a test says when its time has come. */
const TOMORROW = { ...AT_ONCE, feedbackRequest: { delay: 'P1D' } };
const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);

let parts: WorkerParts;
let life: CandidateLife;
beforeAll(async () => {
  parts = await WorkerParts.start();
});
beforeEach(async () => {
  life = await parts.candidate(TOMORROW);
});
afterAll(() => parts.stop());

async function aLetter(given: Arrangement = {}): Promise<FollowUp> {
  const { applicationId } = await life.isRejected(given);
  return life.the('feedback_request', { applicationId });
}
const reload = ({ id }: FollowUp) =>
  life.followUps({ audience: 'contact' }).then((rows) => rows.find((row) => row.id === id)!);
const lastLine = async ({ id }: FollowUp) => (await life.ledger(id)).at(-1);
const lineAbout = (letter: FollowUp, what: RegExp) =>
  eventually(async () => (await life.ledger(letter.id)).find((line) => what.test(line)), {
    what: `a line like ${what}`,
  });
const rawTo = (contactId: string | null) => parts.smtp.messages.filter(({ to }) => to === `${contactId}@example.com`);

async function received(letter: FollowUp): Promise<ParsedMail> {
  await life.becomes(letter.id, 'sent');
  const [mail] = rawTo(letter.contactId);
  return simpleParser(mail!.raw, { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true });
}

describe('a letter that goes', () => {
  it('is from the candidate to the contact, under an id of its own, in the thread of the rejection', async () => {
    const letter = await aLetter({ messageId: '<no@acme.example>', subject: 'Your application' });
    await parts.makeDue(letter.id);
    const mail = await received(letter);
    expect(mail.from!.value).toEqual([{ name: 'Olena Koval', address: 'olena@example.org' }]);
    expect([mail.to!].flat()[0]!.value).toEqual([{ name: 'Dana Ito', address: `${letter.contactId}@example.com` }]);
    expect(mail).toMatchObject({
      subject: 'Re: Your application',
      messageId: `<${letter.id}@example.org>`,
      inReplyTo: '<no@acme.example>',
      references: '<no@acme.example>',
    });
    expect(mail.text).toContain('Backend Engineer');
  });

  it('to somebody else than the rejection was with is in no thread, and says so', async () => {
    const letter = await aLetter({ messageId: '<no@acme.example>', subject: 'Your application' });
    await life.do((tx) =>
      tx.query('update rejections set contact_id = null where application_id = $1', [letter.applicationId]),
    );
    await parts.makeDue(letter.id);
    const mail = await received(letter);
    expect(mail.inReplyTo).toBeUndefined();
    expect(mail.references).toBeUndefined();
    expect(mail.subject).toBe('One question about the Backend Engineer role');
    expect(mail.text).toContain('I have learned that my application');
  });

  it('is a touch, an event and a line on the ledger', async () => {
    const letter = await aLetter();
    await parts.makeDue(letter.id);
    const { sentAt, messageId } = await life.becomes(letter.id, 'sent');
    expect(await lastLine(letter)).toBe('sender sent: 250 2.0.0 Queued as SCRIPTED');
    expect((await life.events('follow_up.sent.v1'))[0]!.data).toMatchObject({ followUpId: letter.id, messageId });
    const contact = await life.do((tx) => tx.findOneByOrFail(Contact, { id: letter.contactId! }));
    expect(contact.lastTouchAt).toEqual(sentAt);
    await life.handled();
    expect((await reload(letter)).state).toBe('sent');
  });

  it('has the words that the candidate gave it, every script unchanged', async () => {
    const letter = await aLetter();
    const body = Object.values(MANY_SCRIPTS).join('\n\n');
    const subject = MANY_SCRIPTS['Hebrew with marks']!;
    await life.do((tx) =>
      tx.query('update follow_ups set subject = $2, body = $3 where id = $1', [letter.id, subject, body]),
    );
    await parts.makeDue(letter.id);
    const mail = await received(letter);
    expect(mail.subject).toBe(subject);
    expect(mail.text!.trimEnd()).toBe(body);
  });

  it('keeps names and titles of every script in its own words', async () => {
    const samples = ['Ukrainian', 'Arabic', 'Thai', 'rare Chinese', 'emoji', 'quotes'].map(
      (name) => MANY_SCRIPTS[name]!,
    );
    const letters = samples.map(async (sample) => {
      const letter = await aLetter({ title: sample, contact: { name: sample }, companyName: sample });
      await parts.makeDue(letter.id);
      const mail = await received(letter);
      expect(mail.text!.split(sample).length).toBeGreaterThanOrEqual(4);
      expect([mail.to!].flat()[0]!.value[0]!.name).toBe(sample);
    });
    await Promise.all(letters);
  });
});

describe('whose time has come, but', () => {
  /** An hour of the day that is far from now, in UTC. */
  const farHour = () => (new Date().getUTCHours() < 12 ? '20' : '02');

  it('outside the window: moved to the next one, and the ledger says so', async () => {
    const sendingWindow = { ...AT_ONCE.sendingWindow, from: `${farHour()}:00`, to: `${farHour()}:30` };
    life = await parts.candidate({ ...TOMORROW, sendingWindow });
    const letter = await aLetter();
    await parts.makeDue(letter.id);
    const line = await lineAbout(letter, /^sender moved/);
    const { state, dueAt } = await reload(letter);
    expect(line).toBe(`sender moved to ${dueAt.toISOString()}: Outside the sending window; moved to the next one.`);
    expect([state, insideWindow({ at: dueAt, window: sendingWindow, timezone: 'UTC', country: null })]).toEqual([
      'waiting',
      true,
    ]);
    expect(rawTo(letter.contactId)).toEqual([]);
  });

  it('while another that fills the cap is on its way: it waits, and only one goes', async () => {
    life = await parts.candidate({ ...TOMORROW, mailbox: { spacing: 'PT0S', dailyCap: 1 } });
    const [first, second] = [await aLetter(), await aLetter()];
    const gate = Promise.withResolvers<void>();
    parts.smtp.next({ at: 'greeting', do: 'wait', until: gate.promise });
    await parts.makeDue(first.id);
    await life.becomes(first.id, 'sending');
    await parts.makeDue(second.id);
    await lineAbout(second, /^sender moved/);
    gate.resolve();
    await life.becomes(first.id, 'sent');
    expect(rawTo(second.contactId)).toEqual([]);
  });

  it('with an earlier letter unanswered: held until the gap is over', async () => {
    const earlier = await aLetter({ receivedAt: daysAgo(12) });
    await parts.db.query(`update follow_ups set state = 'sent', sent_at = $2 where id = $1`, [earlier.id, daysAgo(10)]);
    const letter = await aLetter({ contactId: earlier.contactId! });
    // As if planned before the earlier one went.
    await parts.db.query(`update follow_ups set state = 'waiting', held_why = null, held_until = null where id = $1`, [
      letter.id,
    ]);
    await parts.makeDue(letter.id);
    const held = await life.becomes(letter.id, 'held');
    const { sentAt } = await reload(earlier);
    expect(held).toMatchObject({ heldWhy: 'contact_gap', heldUntil: addDuration(sentAt!, 'P14D', 'UTC') });
    expect(await lastLine(letter)).toBe('sender held: An earlier letter to this contact is not answered yet.');
  });

  it('with no address to write from: held', async () => {
    life = await parts.candidate(TOMORROW, null);
    const letter = await aLetter();
    await parts.makeDue(letter.id);
    expect(await life.becomes(letter.id, 'held')).toMatchObject({ heldWhy: 'sender_missing', heldUntil: null });
  });
});

describe('held', () => {
  it('for the gap, it goes when the gap is over', async () => {
    const earlier = await aLetter({ receivedAt: daysAgo(12) });
    await parts.db.query(`update follow_ups set state = 'sent', sent_at = $2 where id = $1`, [earlier.id, daysAgo(10)]);
    const letter = await aLetter({ contactId: earlier.contactId! });
    expect(letter.heldWhy).toBe('contact_gap');
    await parts.db.query(`update follow_ups set sent_at = $2 where id = $1`, [earlier.id, daysAgo(15)]);
    await parts.db.query(`update follow_ups set held_until = now() where id = $1`, [letter.id]);
    // It was planned for its own moment after the gap.
    expect(await life.becomes(letter.id, 'waiting')).toMatchObject({ heldWhy: null, dueAt: letter.dueAt });
    expect(await lastLine(letter)).toBe('clock resumed: The time it was held for is over.');
    await parts.makeDue(letter.id);
    await life.becomes(letter.id, 'sent');
    expect(rawTo(letter.contactId)).toHaveLength(1);
  });

  it('for want of an address, it goes when there is one', async () => {
    life = await parts.candidate(TOMORROW, null);
    const letter = await aLetter();
    await parts.db.query(
      `update follow_ups set state = 'held', held_why = 'sender_missing', due_at = now() where id = $1`,
      [letter.id],
    );
    await life.do((tx) => tx.update(Candidate, { id: life.id }, { email: 'olena@example.org' }));
    await life.say({ type: 'settings.changed.v1', data: { fields: ['email'] } });
    await life.becomes(letter.id, 'sent');
  });
});
