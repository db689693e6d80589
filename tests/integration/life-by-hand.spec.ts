/** What the candidate said by hand stays said, whatever becomes of the row that they said it of. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { daysAhead, type Lived, LivedHouse } from '../support/lived-house.js';

jest.setTimeout(90_000);

let life: LivedHouse;
beforeAll(async () => {
  life = await LivedHouse.open();
  await life.sets({ feedbackRequest: { delay: 'P1D' } });
});
afterEach(async () => {
  await life.sets({ approval: 'auto', feedbackRequest: { delay: 'P1D' }, streak: { length: 3 } });
});
afterAll(() => life?.close());

const somebody = () => ({ name: 'Yuri Sato', email: `${randomUUID()}@people.example` });
const reason = (one: Lived, category: string) =>
  life.does('PATCH', `/applications/${one.id}/rejection`, { reason: { category } });

describe('a letter', () => {
  it('held as thanks is held as a question, once the reason is taken back', async () => {
    const one = await life.rejected();
    await reason(one, 'experience');
    await life.say(await life.letter(one, 'thank_you'), 'hold');
    await reason(one, 'unknown');
    expect(await life.letter(one)).toMatchObject({ state: 'held', heldWhy: 'by_candidate' });
  });

  it('that was to be seen as thanks is to be seen as a question', async () => {
    const one = await life.rejected();
    await reason(one, 'experience');
    await life.sets({ approval: 'review' });
    await life.sets({ approval: 'auto' });
    await reason(one, 'unknown');
    expect((await life.letter(one)).state).toBe('draft');
  });

  it('keeps its words, and waits for a yes, when for a while it was for nobody', async () => {
    const one = await life.rejected();
    const letter = await life.letter(one);
    await life.does('PATCH', `/follow-ups/${letter.id}`, { body: 'My own words.' });
    await life.say(letter, 'hold');
    await life.does('PATCH', `/applications/${one.id}`, { contact: null });
    await life.does('PATCH', `/applications/${one.id}`, { contact: somebody() });
    expect(await life.letter(one)).toMatchObject({ state: 'draft', body: 'My own words.' });
  });

  it('keeps a moment that was chosen sooner than the plan has it', async () => {
    await life.sets({ feedbackRequest: { delay: 'P9D' } });
    const letter = await life.letter(await life.rejected());
    const { dueAt } = await life.say(letter, 'snooze', { until: daysAhead(2) });
    await life.sets({ feedbackRequest: { delay: 'P10D' } });
    expect((await life.get(letter)).dueAt).toBe(dueAt);
  });

  it('goes at the moment that was chosen for it, also when the yes came later', async () => {
    await life.sets({ approval: 'review' });
    const letter = await life.letter(await life.rejected());
    const { dueAt } = await life.say(letter, 'snooze', { until: daysAhead(10) });
    await life.say(letter, 'approve');
    await life.sets({ feedbackRequest: { delay: 'P2D' } });
    expect((await life.get(letter)).dueAt).toBe(dueAt);
  });

  it('that was resumed is not held again when it comes back', async () => {
    const one = await life.rejected();
    const letter = await life.letter(one);
    await life.say(letter, 'hold');
    await life.say(letter, 'resume');
    life.house.smtp.refuse(one.address, '550 5.1.1 no such user');
    await life.say(letter, 'send-now');
    await life.becomes(letter, 'failed');
    await life.does('PATCH', `/contacts/${one.contactId}`, { email: somebody().email });
    expect((await life.get(letter)).state).toBe('waiting');
  });

  it('that waited for a yes for months comes back when it was cancelled by mistake', async () => {
    await life.sets({ approval: 'review' });
    const one = await life.rejected();
    const draft = await life.letter(one);
    await life.ages(one, 60);
    await life.sets({ streak: { length: 5 } });
    await life.say(draft, 'cancel');
    expect(await life.say(draft, 'restore')).toMatchObject({ state: 'draft' });
  });
});

it('a reminder held by hand is held again when its application is restored', async () => {
  const one = await life.rejected();
  const [reflection] = await life.all(one, 'reflection');
  await life.say(reflection!, 'hold');
  await life.does('DELETE', `/applications/${one.id}`);
  await life.does('POST', `/applications/${one.id}/restore`);
  expect(await life.get(reflection!)).toMatchObject({ state: 'held', heldWhy: 'by_candidate' });
});

it('somebody is looked for again when the address of whoever was found is dead', async () => {
  const one = await life.rejected({}, { contact: undefined });
  const [search] = await life.all(one, 'find_contact');
  await life.becomes(search!, 'sent');
  const contact = somebody();
  await life.does('PATCH', `/applications/${one.id}`, { contact });
  expect(await life.get(search!)).toMatchObject({ state: 'done' });
  life.house.smtp.refuse(contact.email, '550 5.1.1 no such user');
  const letter = await life.letter(one);
  await life.say(letter, 'send-now');
  await life.becomes(letter, 'failed');
  await life.house.settled();
  const again = (await life.all(one, 'find_contact')).find(({ id }) => id !== search!.id);
  await life.becomes(again!, 'sent');
});

it('what was resumed is held again when that is taken back, and is never a draft', async () => {
  const letter = await life.letter(await life.rejected());
  await life.say(letter, 'hold');
  expect(await life.say(letter, 'resume')).toMatchObject({ state: 'waiting' });
  expect(await life.say(letter, 'restore')).toMatchObject({ state: 'held', heldWhy: 'by_candidate' });
});

it('a preparation is not put behind its interview', async () => {
  const one = await life.applied({ stage: 'screening' });
  await life.does('POST', `/applications/${one.id}/interviews`, { scheduledAt: daysAhead(5) });
  const preparation = await life.letter(one, 'interview_prep');
  const refused = await life.refused('PATCH', `/follow-ups/${preparation.id}`, { dueAt: daysAhead(6) });
  expect(refused).toBe('422 after_the_interview');
});

it('a reminder goes on with its words and its moment when a reason passes', async () => {
  const one = await life.rejected();
  const [halfYear] = await life.all(one, 'half_year');
  const mine = { subject: 'My own words', dueAt: daysAhead(300) };
  await life.does('PATCH', `/follow-ups/${halfYear!.id}`, mine);
  await life.sets({ looking: false });
  expect((await life.get(halfYear!)).state).toBe('cancelled');
  await life.sets({ looking: true });
  expect(await life.get(halfYear!)).toMatchObject({ state: 'waiting', ...mine });
  expect(await life.all(one, 'half_year')).toHaveLength(1);
});
