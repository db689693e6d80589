/** To whom a letter goes is asked at the last moment, and what is known of a person outlives a change of address. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import { type Lived, LivedHouse } from '../support/lived-house.js';

jest.setTimeout(90_000);

let life: LivedHouse;
beforeAll(async () => {
  life = await LivedHouse.open();
  await life.sets({ feedbackRequest: { delay: 'P1D' } });
});
afterAll(() => life?.close());

const somebody = () => ({ name: 'Yuri Sato', email: `${randomUUID()}@people.example` });
const mailTo = (address: string) => life.house.mailTo(address);

/** Its sender has the server's attention, and not its 354 yet. */
async function connecting(one: Lived) {
  const letter = await life.letter(one);
  const gate = Promise.withResolvers<void>();
  life.house.smtp.next({ at: 'greeting', do: 'wait', until: gate.promise });
  await life.house.makeDue(letter.id);
  await life.becomes(letter, 'sending');
  return { letter, goOn: gate.resolve };
}

describe('another contact', () => {
  it('while no worker runs: nothing goes to the former one, and a draft waits for the new one', async () => {
    const one = await life.rejected();
    const letter = await life.letter(one);
    await life.house.worker.kill();
    await life.house.makeDue(letter.id);
    const yuri = somebody();
    await life.house.api.expect('PATCH', `/applications/${one.id}`, { contact: yuri });
    // The letter's time has come before anybody looked at the change.
    await life.house.db.query(`update outbox set retry_at = now() + interval '6 seconds'`);
    await life.house.restartWorker();
    expect((await life.becomes(letter, 'cancelled')).ledger.at(-1)).toMatchObject({
      why: 'The application has another contact now.',
    });
    await life.house.settled();
    expect(await life.letters(one)).toEqual(['feedback_request cancelled', 'feedback_request draft']);
    expect([mailTo(one.address), mailTo(yuri.email)]).toEqual([[], []]);
  });

  it('between claim and 354: not a byte goes', async () => {
    const one = await life.rejected();
    const { letter, goOn } = await connecting(one);
    await life.house.api.expect('PATCH', `/applications/${one.id}`, { contact: somebody() });
    goOn();
    await life.becomes(letter, 'cancelled');
    expect(mailTo(one.address)).toEqual([]);
  });

  it('has the words that were edited for the former, and the former has theirs again when they are back', async () => {
    const one = await life.rejected();
    const letter = await life.letter(one);
    await life.does('PATCH', `/follow-ups/${letter.id}`, { body: 'My own words.' });
    await life.does('PATCH', `/applications/${one.id}`, { contact: somebody() });
    const draft = await life.letter(one);
    expect(draft).toMatchObject({
      state: 'draft',
      body: 'My own words.',
      why: expect.stringMatching(/words are kept/),
    });
    await life.does('PATCH', `/applications/${one.id}`, { contactId: one.contactId });
    expect(await life.get(letter)).toMatchObject({ state: 'draft', body: 'My own words.' });
    expect(await life.get(draft)).toMatchObject({ state: 'cancelled' });
  });

  it('gets no second letter about a rejection that was answered', async () => {
    const one = await life.rejected();
    const letter = await life.letter(one);
    await life.say(letter, 'send-now');
    await life.becomes(letter, 'sent');
    await life.does('PATCH', `/applications/${one.id}`, { contact: somebody() });
    expect(await life.letters(one)).toEqual(['feedback_request sent']);
  });
});

describe('a corrected address', () => {
  it('between claim and 354: the same letter goes to the new one alone', async () => {
    const one = await life.rejected();
    const { letter, goOn } = await connecting(one);
    const { email } = somebody();
    await life.house.api.expect('PATCH', `/contacts/${one.contactId}`, { email });
    goOn();
    await life.becomes(letter, 'sent');
    expect([mailTo(one.address).length, mailTo(email).length]).toEqual([0, 1]);
  });

  it('taken away: the letter ends and somebody is looked for; given back, it goes on', async () => {
    const one = await life.rejected();
    await life.does('PATCH', `/contacts/${one.contactId}`, { email: null });
    expect(await life.letters(one)).toEqual(['feedback_request cancelled']);
    const [search] = await life.all(one, 'find_contact');
    await life.becomes(search!, 'sent');
    await life.does('PATCH', `/contacts/${one.contactId}`, { email: one.address });
    expect(await life.letters(one)).toEqual(['feedback_request waiting']);
    await eventually(async () => (await life.get(search!)).state === 'done');
  });
});

describe('the gap after a letter', () => {
  it('hangs on the person and on the address, whoever is recorded with it', async () => {
    const one = await life.rejected();
    const letter = await life.letter(one);
    await life.say(letter, 'send-now');
    await life.becomes(letter, 'sent');
    const { email } = somebody();
    await life.does('PATCH', `/contacts/${one.contactId}`, { email });
    // The same person at another address, and another person at the same address.
    const samePerson = await life.rejected({}, { contactId: one.contactId, contact: undefined });
    const sameAddress = await life.rejected({}, { contact: { name: 'Team', email: one.address } });
    for (const other of [samePerson, sameAddress]) {
      expect(await life.letter(other)).toMatchObject({ state: 'held', heldWhy: 'contact_gap' });
    }
  });

  it('is over with a mail from whoever is recorded with the address by now, also where only the mark of a letter is left', async () => {
    const one = await life.rejected();
    const letter = await life.letter(one);
    await life.say(letter, 'send-now');
    await life.becomes(letter, 'sent');
    await life.does('PATCH', `/contacts/${one.contactId}`, { email: somebody().email });
    const anew = await life.applied({ contact: { name: 'Dana Ito', email: one.address } });
    const marked = await life.applied();
    await life.house.db.query(
      `insert into address_marks (candidate_id, address_hash, kind, at, kept_until)
       select id, address_hash(id, $1), 'written', now() - interval '1 hour', now() + interval '60 days' from candidates`,
      [marked.address],
    );
    for (const other of [anew, marked]) {
      await life.does('POST', `/contacts/${other.contactId}/touches`, { kind: 'mail', direction: 'in' });
      await life.reject(other);
      expect(await life.letter(other)).toMatchObject({ state: 'waiting' });
    }
  });
});

describe('an opt-out that is taken back', () => {
  it('makes a draft of what it ended, not a letter that goes by itself', async () => {
    const one = await life.rejected();
    await life.does('PATCH', `/contacts/${one.contactId}`, { doNotContact: true });
    expect(await life.letters(one)).toEqual(['feedback_request cancelled']);
    await life.does('PATCH', `/contacts/${one.contactId}`, { doNotContact: false });
    expect(await life.letters(one)).toEqual(['feedback_request draft']);
  });
});
