/** What the candidate said of a follow-up is taken back, never further than it was. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { FollowUp } from '../support/house.js';
import { daysAgo, daysAhead, LivedHouse } from '../support/lived-house.js';

jest.setTimeout(90_000);

let life: LivedHouse;
beforeAll(async () => {
  life = await LivedHouse.open();
  await life.sets({ feedbackRequest: { delay: 'P1D' } });
});
afterAll(() => life?.close());

const restore = (followUp: { id: string }) => life.say(followUp, 'restore');
const refusal = ({ id }: { id: string }) => life.refused('POST', `/follow-ups/${id}/restore`);
const aLetter = async (rejection: object = {}): Promise<FollowUp> => life.letter(await life.rejected(rejection));

describe('a letter that was cancelled', () => {
  it('waits again, with its words and its moment', async () => {
    const letter = await aLetter();
    const edited = await life.does<FollowUp>('PATCH', `/follow-ups/${letter.id}`, {
      body: 'My own words.',
      dueAt: daysAhead(5),
    });
    await life.say(letter, 'cancel');
    const again = await restore(letter);
    expect(again).toMatchObject({ state: 'waiting', body: 'My own words.', dueAt: edited.dueAt });
    expect(again.ledger.at(-1)).toMatchObject({ by: 'candidate', what: 'restored' });
    expect(await refusal(letter)).toBe('409 not_ended');
  });

  it('is held again, with its why', async () => {
    const letter = await aLetter();
    await life.say(letter, 'hold');
    await life.say(letter, 'cancel');
    expect(await restore(letter)).toMatchObject({ state: 'held', heldWhy: 'by_candidate' });
  });

  it('while it was being sent waits; in doubt it is in doubt again, and goes nowhere', async () => {
    const [sending, unconfirmed] = [await aLetter(), await aLetter()];
    for (const [{ id }, prior] of [
      [sending, 'sending'],
      [unconfirmed, 'unconfirmed'],
    ] as const) {
      await life.house.db.query(
        `update follow_ups set state = 'cancelled', ended_by = 'candidate', prior_state = $2 where id = $1`,
        [id, prior],
      );
    }
    expect(await restore(sending)).toMatchObject({ state: 'waiting' });
    expect(await restore(unconfirmed)).toMatchObject({ state: 'unconfirmed' });
  });

  it('by a reason, and not by hand, does not come back by a word', async () => {
    const one = await life.rejected();
    const letter = await life.letter(one);
    await life.does('POST', `/contacts/${one.contactId}/touches`, { kind: 'mail', direction: 'in' });
    expect(await life.get(letter)).toMatchObject({ state: 'cancelled' });
    expect(await refusal(letter)).toBe('409 not_by_candidate');
  });

  it('does not come back over a reason that came meanwhile; one that holds, holds it', async () => {
    const one = await life.rejected();
    const letter = await life.letter(one);
    await life.say(letter, 'cancel');
    await life.sets({ looking: false });
    expect(await life.say(letter, 'restore')).toMatchObject({ id: letter.id });
    expect(await life.get(letter)).toMatchObject({ state: 'held', heldWhy: 'not_looking' });
    await life.say(letter, 'cancel');
    await life.does('PATCH', `/contacts/${one.contactId}`, { doNotContact: true });
    expect(await refusal(letter)).toBe('409 do_not_contact');
    await life.sets({ looking: true });
  });

  it('does not take the place of another letter to them', async () => {
    const first = await life.rejected();
    const letter = await life.letter(first);
    await life.say(letter, 'cancel');
    const second = await life.rejected({}, { contactId: first.contactId, contact: undefined });
    expect(await life.letter(second)).toMatchObject({ state: 'waiting' });
    expect(await refusal(letter)).toBe('409 place_occupied');
    expect(await life.get(letter)).toMatchObject({ state: 'cancelled' });
  });
});

describe('an approval', () => {
  it('is taken back while nobody has claimed the letter', async () => {
    await life.sets({ approval: 'review' });
    const letter = await aLetter();
    await life.say(letter, 'approve');
    expect(await restore(letter)).toMatchObject({ state: 'draft' });
    await life.sets({ approval: 'auto' });
  });
});

describe('what was never ended', () => {
  it.each(['waiting', 'held'] as const)('%s: there is nothing to restore', async (state) => {
    const letter = await aLetter();
    if (state === 'held') await life.say(letter, 'hold');
    expect(await refusal(letter)).toBe('409 not_ended');
  });
});

describe('a reminder to say hello', () => {
  const checkIn = async (kind: 'check_in' | 'half_year' = 'check_in') => {
    const one = await life.rejected({ receivedAt: daysAgo(0.1) });
    const [reminder] = await life.all(one, kind);
    return { one, reminder: reminder! };
  };
  const pending = async (one: { id: string }, kind: string) =>
    (await life.all(one, kind)).filter(({ state }) => state === 'waiting');

  it('that is done counts as said hello, and the clock goes on from there', async () => {
    const { one, reminder } = await checkIn();
    await life.say(reminder, 'done');
    const [next, ...others] = await pending(one, 'check_in');
    expect(others).toEqual([]);
    expect(next!.id).not.toBe(reminder.id);
    expect(Date.parse(next!.dueAt)).toBeGreaterThanOrEqual(Date.parse(reminder.dueAt));
    const touches = await life.does<{ data: { kind: string }[] }>('GET', `/contacts/${one.contactId}/touches`);
    expect(touches.data[0]).toMatchObject({ kind: 'note', followUpId: reminder.id });
    expect(await life.letters(one)).toEqual(['feedback_request waiting']);
  });

  it('that is done after all not: the hello is taken back, and the clock stands where it stood', async () => {
    const { one, reminder } = await checkIn();
    await life.say(reminder, 'done');
    expect(await restore(reminder)).toMatchObject({ state: 'waiting' });
    expect((await pending(one, 'check_in')).map(({ id, dueAt }) => [id, dueAt])).toEqual([
      [reminder.id, reminder.dueAt],
    ]);
    const touches = await life.does<{ data: { kind: string }[] }>('GET', `/contacts/${one.contactId}/touches`);
    expect(touches.data.map(({ kind }) => kind)).toEqual(['rejection']);
  });

  it('that is done without a hello leaves the clock, and the next half-year follows', async () => {
    const { one, reminder } = await checkIn('half_year');
    await life.say(reminder, 'done', { touched: false });
    const [next] = await pending(one, 'half_year');
    expect(Date.parse(next!.dueAt) - Date.parse(reminder.dueAt)).toBe(180 * 86_400_000);
    expect(await restore(reminder)).toMatchObject({ state: 'waiting' });
    expect((await pending(one, 'half_year')).map(({ id }) => id)).toEqual([reminder.id]);
  });
});

describe('bad input', () => {
  it.each([
    ['a follow-up that is none', '0190f3b0-0000-7000-8000-000000000000', {}, '404 not_found'],
    ['an id that is none', 'nonsense', {}, '422 invalid_id'],
    ['a body that it does not take', '0190f3b0-0000-7000-8000-000000000000', { to: 'sent' }, '422 invalid_body'],
  ])('%s', async (_what, id, body, expected) => {
    expect(await life.refused('POST', `/follow-ups/${id}/restore`, body)).toBe(expected);
  });
  it('done takes a yes or a no', async () => {
    const { id } = await aLetter();
    expect(await life.refused('POST', `/follow-ups/${id}/done`, { touched: 'maybe' })).toBe('422 invalid_body');
  });
});

it('what was sent at once although they do not look asks again, once that is taken back', async () => {
  const letter = await aLetter();
  await life.sets({ looking: false, mailbox: { dailyCap: 1 } });
  await life.house.db.query(
    `update follow_ups set approved_at = now(), chosen_at = now(), at_once = true,
    despite_not_looking = true, state = 'waiting', held_why = null, due_at = now() + interval '1 hour' where id = $1`,
    [letter.id],
  );
  expect(await restore(letter)).toMatchObject({ state: 'draft' });
  expect(await life.refused('POST', `/follow-ups/${letter.id}/approve`)).toBe('409 not_looking');
  await life.sets({ looking: true, mailbox: { dailyCap: 1000 } });
});

it('a letter that was skipped does not come back beside another one about the same rejection', async () => {
  const contact = { name: 'Dana Ito', email: `no-reply@${Date.now()}.example` };
  const one = await life.rejected({}, { contact });
  const skipped = await life.letter(one);
  await life.does('PATCH', `/applications/${one.id}`, {
    contact: { name: 'Max Weber', email: `max@${Date.now()}.example` },
  });
  const other = await life.letter(one);
  await life.say(other, 'send-now');
  await life.becomes(other, 'sent');
  await life.does('PATCH', `/applications/${one.id}`, { contactId: one.contactId });
  await life.does('PATCH', `/contacts/${one.contactId}`, { unread: false });
  expect(await refusal(skipped)).toBe('409 place_occupied');
});

it('a check-in does not come back once its contact is deleted', async () => {
  const one = await life.rejected();
  const checkIn = await life.letter(one, 'check_in');
  await life.say(checkIn, 'cancel');
  await life.does('PATCH', `/applications/${one.id}`, { contactId: null });
  await life.does('DELETE', `/contacts/${one.contactId}`);
  expect(await refusal(checkIn)).toBe('409 contact_deleted');
});

it('nor once no rejection of theirs stands any more', async () => {
  const one = await life.rejected();
  const checkIn = await life.letter(one, 'check_in');
  await life.say(checkIn, 'cancel');
  await life.does('DELETE', `/applications/${one.id}/rejection`);
  expect(await refusal(checkIn)).toBe('409 no_rejection_stands');
});
