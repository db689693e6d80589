/** What changes while a letter is in its sender's hands, or in a server's, and what becomes of it then. */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import type { FollowUp } from '../support/house.js';
import { type Lived, LivedHouse } from '../support/lived-house.js';

jest.setTimeout(90_000);

let life: LivedHouse;
beforeAll(async () => {
  life = await LivedHouse.open();
  await life.sets({ feedbackRequest: { delay: 'P1D' } });
});
afterEach(async () => {
  await life.sets({ looking: true, approval: 'auto' });
});
afterAll(() => life?.close());

const somebody = () => ({ name: 'Yuri Sato', email: `${randomUUID()}@people.example` });
const mailTo = (address: string) => life.house.mailTo(address);
const lastLine = (letter: FollowUp) => life.get(letter).then(({ ledger }) => ledger.at(-1)!);

/** The server has the letter and has not answered; answers how to let it. */
async function beingRead(letter: FollowUp, reply: string): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  life.house.smtp.next({ at: 'final-dot', do: 'wait', until: gate.promise, reply });
  await life.house.makeDue(letter.id);
  const read = () => life.house.db.query(`select 1 from follow_ups where id = $1 and phase = 'data'`, [letter.id]);
  await eventually(async () => (await read()).length > 0, { what: 'the point of no return' });
  return gate.resolve;
}

/** Its lease ran out meanwhile. */
async function parked(letter: FollowUp): Promise<void> {
  await eventually(
    async () => {
      await life.house.db.query(
        `update follow_ups set lease_until = now() - interval '1 second' where id = $1 and state = 'sending'`,
        [letter.id],
      );
      return (await life.get(letter)).state === 'unconfirmed';
    },
    { what: 'the letter being unconfirmed' },
  );
}

const toTheSame = ({ contactId }: Lived) => life.rejected({}, { contactId, contact: undefined });

describe('a late no to a letter in doubt', () => {
  it('is tried again where nobody has its place', async () => {
    const letter = await life.letter(await life.rejected());
    const answer = await beingRead(letter, '451 4.3.0 later');
    await parked(letter);
    answer();
    await life.becomes(letter, 'retrying');
  });

  async function withAnotherBehindIt() {
    const one = await life.rejected();
    const letter = await life.letter(one);
    const answer = await beingRead(letter, '451 4.3.0 later');
    await parked(letter);
    const other = await life.letter(await toTheSame(one));
    expect(other).toMatchObject({ state: 'held', heldWhy: 'contact_gap' });
    return { letter, other, answer };
  }

  it('ends it where another letter to them has its place, and that one goes on without the gap', async () => {
    const { letter, other, answer } = await withAnotherBehindIt();
    answer();
    await life.becomes(letter, 'failed');
    expect((await lastLine(letter)).why).toMatch(/^451 4\.3\.0 later .*another letter/);
    expect(await life.becomes(other, 'waiting')).toMatchObject({ heldWhy: null });
  });

  it('that the candidate did not wait for, and cancelled it, lets the other one go on', async () => {
    const { letter, other, answer } = await withAnotherBehindIt();
    await life.say(letter, 'cancel');
    expect(await life.get(other)).toMatchObject({ state: 'waiting', heldWhy: null });
    answer();
  });
});

describe('their address is corrected while the server refuses the old one', () => {
  it('a letter goes to the new one', async () => {
    const one = await life.rejected();
    const letter = await life.letter(one);
    const gate = Promise.withResolvers<void>();
    life.house.smtp.next({ at: 'greeting', do: 'wait', until: gate.promise });
    life.house.smtp.refuse(one.address, '550 5.1.1 no such user');
    await life.house.makeDue(letter.id);
    await life.becomes(letter, 'sending');
    const { email } = somebody();
    await life.does('PATCH', `/contacts/${one.contactId}`, { email });
    gate.resolve();
    const again = await life.becomes(letter, 'waiting');
    expect(again.ledger.map(({ what }) => what)).toContain('failed');
    await life.house.makeDue(letter.id);
    await life.becomes(letter, 'sent');
    expect([mailTo(one.address).length, mailTo(email).length]).toEqual([0, 1]);
    expect(await life.all(one, 'find_contact')).toEqual([]);
  });

  it('a draft about an opening asks again', async () => {
    const one = await life.rejected({ reason: { category: 'experience' } });
    await life.say(await life.letter(one, 'thank_you'), 'cancel');
    for (const status of ['closed', 'open']) {
      await life.does('POST', `/vacancies/${one.vacancyId}/observations`, { status });
    }
    const letter = await life.letter(one, 'reopened_outreach');
    const gate = Promise.withResolvers<void>();
    life.house.smtp.refuse(one.address, '550 5.1.1 no such user');
    life.house.smtp.next({ at: 'greeting', do: 'wait', until: gate.promise });
    await life.say(letter, 'send-now');
    await life.becomes(letter, 'sending');
    const { email } = somebody();
    await life.does('PATCH', `/contacts/${one.contactId}`, { email });
    gate.resolve();
    await life.becomes(letter, 'draft');
    await life.say(letter, 'send-now');
    await life.becomes(letter, 'sent');
    expect(mailTo(email)).toHaveLength(1);
  });
});

it('another contact, while the server reads a letter that it then refuses for now: there is one for them', async () => {
  const one = await life.rejected();
  const letter = await life.letter(one);
  const answer = await beingRead(letter, '451 4.3.0 later');
  await life.does('PATCH', `/applications/${one.id}`, { contact: somebody() });
  answer();
  await life.becomes(letter, 'retrying');
  await life.house.makeDue(letter.id);
  await life.becomes(letter, 'cancelled');
  await eventually(async () => (await life.letters(one)).length > 1, { what: 'a letter to the other contact' });
  expect(await life.letters(one)).toEqual(['feedback_request cancelled', 'feedback_request draft']);
});

describe('two who read at one address', () => {
  async function twoReaders() {
    const shared = somebody().email;
    const first = await life.rejected({}, { contact: { name: 'Ann Bell', email: shared } });
    await life.does('PATCH', `/contacts/${first.contactId}`, { email: somebody().email });
    const second = await life.rejected({}, { contact: { name: 'Ann Bell again', email: shared } });
    return { letters: [await life.letter(first), await life.letter(second)] as const, address: shared };
  }

  it('the second letter waits while the first is being sent, and for the gap once it went', async () => {
    const { letters, address } = await twoReaders();
    const [first, second] = letters;
    const answer = await beingRead(first, '250 2.0.0 ok');
    await life.say(second, 'send-now');
    const moved = await eventually(
      async () => (await life.get(second)).ledger.find(({ what }) => what.startsWith('moved')),
      { what: 'the second letter being moved' },
    );
    expect(moved.why).toMatch(/being sent/);
    answer();
    await life.becomes(first, 'sent');
    await life.house.makeDue(second.id);
    expect(await life.becomes(second, 'held')).toMatchObject({ heldWhy: 'contact_gap' });
    expect(mailTo(address)).toEqual([]);
  });

  it('the second letter goes when the first was refused', async () => {
    const { letters, address } = await twoReaders();
    const [first, second] = letters;
    const answer = await beingRead(first, '554 5.6.0 no');
    await life.say(second, 'send-now');
    await eventually(async () => (await life.get(second)).ledger.some(({ what }) => what.startsWith('moved')));
    answer();
    await life.becomes(first, 'failed');
    await life.house.makeDue(second.id);
    await life.becomes(second, 'sent');
    expect(mailTo(address)).toHaveLength(1);
  });
});

describe('a letter that was refused for now', () => {
  async function refusedForNow() {
    const one = await life.rejected();
    const letter = await life.letter(one);
    life.house.smtp.next({ at: 'greeting', do: 'answer', reply: '421 4.3.2 busy' });
    await life.house.makeDue(letter.id);
    await life.becomes(letter, 'retrying');
    return { one, letter };
  }
  const textOf = (address: string) =>
    mailTo(address)
      .map(({ raw }) => raw.toString().replaceAll('=\r\n', ''))
      .join();

  it('is in words that are true by now, whether or not it was held meanwhile', async () => {
    const [held, waiting] = [await refusedForNow(), await refusedForNow()];
    await life.sets({ looking: false });
    expect((await life.get(held.letter)).body).not.toMatch(/keep looking/);
    await life.say(held.letter, 'send-now');
    await life.becomes(held.letter, 'sent');
    expect(textOf(held.one.address)).not.toMatch(/keep looking/);
    await life.sets({ looking: true });
    await life.house.api.expect('PATCH', '/settings', { looking: false });
    await life.house.api.expect('POST', `/follow-ups/${waiting.letter.id}/send-now`);
    await life.becomes(waiting.letter, 'sent');
    expect(textOf(waiting.one.address)).not.toMatch(/keep looking/);
  });

  it('can be edited once it is held by hand', async () => {
    const { letter } = await refusedForNow();
    const words = { body: 'My own words.' };
    expect(await life.refused('PATCH', `/follow-ups/${letter.id}`, words)).toMatch(/^409/);
    await life.say(letter, 'hold');
    expect(await life.does('PATCH', `/follow-ups/${letter.id}`, words)).toMatchObject(words);
  });

  it('can be edited once it was cancelled and restored', async () => {
    const { letter } = await refusedForNow();
    await life.say(letter, 'cancel');
    await life.say(letter, 'restore');
    const words = { body: 'My own words.' };
    expect(await life.does('PATCH', `/follow-ups/${letter.id}`, words)).toMatchObject(words);
  });

  it('can be edited once it is a draft, and goes as it was edited, under its own id', async () => {
    const { one, letter } = await refusedForNow();
    await life.sets({ approval: 'review' });
    expect((await life.get(letter)).state).toBe('draft');
    await life.does('PATCH', `/follow-ups/${letter.id}`, { body: 'My own words.' });
    await life.say(letter, 'send-now');
    await life.becomes(letter, 'sent');
    expect(textOf(one.address)).toMatch(/My own words\./);
    expect(textOf(one.address)).toContain(`Message-ID: <${letter.id}@`);
  });
});
