import { Candidate, Contact, type FollowUp, FollowUpAttempt } from '@app/database';
import { addDuration, insideWindow, STOP_TEXT } from '@app/follow-ups';
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
  /** A zone in which the day does not end while the test runs. */
  const farMidnight = () => ([8, 9, 10, 11, 12, 13].includes(new Date().getUTCHours()) ? 'UTC' : 'Pacific/Auckland');

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

  it('right after another letter: it waits for the spacing', async () => {
    life = await parts.candidate({ ...TOMORROW, mailbox: { spacing: 'PT1H' } });
    const [first, second] = [await aLetter(), await aLetter()];
    await parts.makeDue(first.id);
    await life.becomes(first.id, 'sent');
    await parts.makeDue(second.id);
    await lineAbout(second, /^sender moved .*: Another letter has just gone; some time between them\.$/);
    const [{ startedAt }] = (await life.do((tx) => tx.findBy(FollowUpAttempt, { followUpId: first.id }))) as [
      FollowUpAttempt,
    ];
    expect((await reload(second)).dueAt).toEqual(addDuration(startedAt, 'PT1H', 'UTC'));
  });

  it('over the cap: it waits for tomorrow, even when it was to go at once', async () => {
    const timezone = farMidnight();
    life = await parts.candidate({ ...TOMORROW, timezone, mailbox: { spacing: 'PT0S', dailyCap: 1 } });
    const [first, second] = [await aLetter(), await aLetter()];
    await parts.makeDue(first.id);
    await life.becomes(first.id, 'sent');
    await parts.db.query('update follow_ups set at_once = true, due_at = now() where id = $1', [second.id]);
    await lineAbout(second, /^sender moved .*: The cap of 1 letters a day is reached\.$/);
    const { dueAt, state } = await reload(second);
    const midnight = new Intl.DateTimeFormat('sv', { timeZone: timezone, timeStyle: 'medium' }).format(dueAt);
    expect([state, midnight]).toEqual(['waiting', '00:00:00']);
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

describe('while the server is being connected', () => {
  /** Until the given moment the server is slow; answers the conversation and how to let it go on. */
  async function connecting(at: 'greeting' | 'ehlo' | 'rcpt') {
    const gate = Promise.withResolvers<void>();
    const before = parts.smtp.conversations.length;
    parts.smtp.next({ at, do: 'wait', until: gate.promise });
    const letter = await aLetter();
    await parts.makeDue(letter.id);
    await life.becomes(letter.id, 'sending');
    const conversation = await eventually(() => parts.smtp.conversations[before], { what: 'the connection' });
    if (at === 'rcpt') await eventually(() => conversation.commands.some((command) => command.startsWith('RCPT')));
    const goOn = async () => {
      gate.resolve();
      await eventually(() => conversation.closed, { what: 'the end of the conversation' });
      return conversation.bodyBytes;
    };
    return { letter, goOn };
  }

  it.each(['greeting', 'ehlo', 'rcpt'] as const)('cancelled at its %s: not a byte is sent', async (at) => {
    const { letter, goOn } = await connecting(at);
    await life.do((tx) =>
      tx.query(
        `update follow_ups set state = 'cancelled', lease_token = null, lease_until = null, phase = null where id = $1`,
        [letter.id],
      ),
    );
    expect(await goOn()).toBe(0);
    expect(rawTo(letter.contactId)).toEqual([]);
    expect((await reload(letter)).state).toBe('cancelled');
  });

  it('the contact writes: not a byte is sent, and the letter is cancelled', async () => {
    const { letter, goOn } = await connecting('rcpt');
    await life.touches(letter.contactId!);
    expect(await goOn()).toBe(0);
    expect((await reload(letter)).state).toBe('cancelled');
    expect(rawTo(letter.contactId)).toEqual([]);
  });

  it('the contact writes, and nobody has looked at it yet: cancelled all the same', async () => {
    const { letter, goOn } = await connecting('rcpt');
    await parts.db.query(
      `insert into touches (id, candidate_id, contact_id, kind, direction, at) values (gen_random_uuid(), $1, $2, 'mail', 'in', now())`,
      [life.id, letter.contactId],
    );
    expect(await goOn()).toBe(0);
    await life.becomes(letter.id, 'cancelled');
    expect(await lastLine(letter)).toBe(`stop_rule cancelled: ${STOP_TEXT.contact_wrote}`);
    expect(rawTo(letter.contactId)).toEqual([]);
  });
});

describe('a server that refuses', () => {
  const refuse = ({ contactId }: FollowUp, reply: string) => parts.smtp.refuse(`${contactId}@example.com`, reply);

  it('for now: tried again five minutes later, the same letter', async () => {
    const letter = await aLetter();
    refuse(letter, '451 4.3.0 Try later');
    await parts.makeDue(letter.id);
    const { dueAt, updatedAt, attempt } = await life.becomes(letter.id, 'retrying');
    expect([dueAt.getTime() - updatedAt.getTime(), attempt]).toEqual([300_000, 1]);
    expect(await lastLine(letter)).toBe('sender retrying: 451 4.3.0 Try later');
  });

  it('because there is no such mailbox: failed, nobody writes to that address again, and another is looked for', async () => {
    const letter = await aLetter();
    const draft = await aLetter({ contactId: letter.contactId! });
    await parts.db.query(`update follow_ups set state = 'draft' where id = $1`, [draft.id]);
    refuse(letter, '550 5.1.1 No such user');
    await parts.makeDue(letter.id);
    await life.becomes(letter.id, 'failed');
    expect(await lastLine(letter)).toBe('sender failed: 550 5.1.1 No such user');
    await life.becomes(draft.id, 'cancelled');
    expect(await lastLine(draft)).toBe(`stop_rule cancelled: ${STOP_TEXT.address_bounced}`);
    const contact = await life.do((tx) => tx.findOneByOrFail(Contact, { id: letter.contactId! }));
    expect(contact.bouncedAt).toEqual(expect.any(Date));
    expect((await life.events('contact.bounced.v1')).map(({ data }) => data)).toEqual([
      { contactId: letter.contactId, why: '550 5.1.1 No such user' },
    ]);
    const search = await life.the('find_contact');
    await life.becomes(search.id, 'sent');
    await life.changesContact(letter.contactId!, { email: 'dana@new.example', bouncedAt: null }, ['email']);
    await life.becomes(search.id, 'done');
    const again = await life.followUps({ applicationId: search.applicationId, audience: 'contact' });
    expect(again.map(({ state }) => state)).toEqual(['cancelled', 'waiting']);
  });

  it('an address that is another by now: the new one is not marked', async () => {
    const letter = await aLetter();
    refuse(letter, '550 5.1.1 No such user');
    const gate = Promise.withResolvers<void>();
    parts.smtp.next({ at: 'mail', do: 'wait', until: gate.promise });
    await parts.makeDue(letter.id);
    await life.becomes(letter.id, 'sending');
    await life.do((tx) => tx.update(Contact, { id: letter.contactId! }, { email: 'dana@new.example' }));
    gate.resolve();
    await life.becomes(letter.id, 'failed');
    const contact = await life.do((tx) => tx.findOneByOrFail(Contact, { id: letter.contactId! }));
    expect(contact.bouncedAt).toBeNull();
  });
});
