/** Letters stay right when life changes after they were planned. */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DAY, daysAgo, type Lived, LivedHouse } from '../support/lived-house.js';

jest.setTimeout(90_000);

let life: LivedHouse;
beforeAll(async () => {
  life = await LivedHouse.open();
  await life.sets({ feedbackRequest: { delay: 'P1D' } });
});
afterEach(async () => {
  await life.sets({ looking: true, approval: 'auto', feedbackRequest: { enabled: true, delay: 'P1D' } });
});
afterAll(() => life?.close());

const mailTo = (address: string) => life.house.mailTo(address);

describe('an acceptance', () => {
  it('of years ago, recorded today, has nothing to do with a rejection of today', async () => {
    const former = await life.applied({ stage: 'offer', appliedAt: '2023-01-01T00:00:00Z' });
    await life.does('POST', `/applications/${former.id}/stage`, { stage: 'accepted', at: '2023-02-01T00:00:00Z' });
    expect(await life.letters(await life.rejected())).toEqual(['feedback_request waiting']);
  });

  it('of this week ends what is older, what comes after it waits, and a step back gives both back', async () => {
    const older = await life.rejected({ receivedAt: daysAgo(0.1) });
    const other = await life.applied({ appliedAt: daysAgo(9) });
    const won = await life.applied({ stage: 'offer', appliedAt: daysAgo(9) });
    const taken = await life.does<{ notices: { code: string }[] }>('POST', `/applications/${won.id}/stage`, {
      stage: 'accepted',
    });
    expect(taken.notices.map(({ code }) => code)).toEqual(['looking_turned_off']);
    const { id } = await life.letter(older);
    expect(await life.get({ id })).toMatchObject({ state: 'cancelled' });
    await life.reject(other);
    expect(await life.letter(other)).toMatchObject({ state: 'held', heldWhy: 'not_looking' });

    await life.does('POST', `/applications/${won.id}/stage`, { stage: 'offer' });
    expect(await life.letter(older)).toMatchObject({ id, state: 'waiting' });
    expect(await life.letter(other)).toMatchObject({ state: 'waiting', heldWhy: null });
    expect(await life.house.api.expect('GET', '/settings')).toMatchObject({ looking: true });
  });
});

describe('the candidate does not look', () => {
  it('letters wait, whichever came first, and go on when they look again', async () => {
    const planned = await life.rejected();
    await life.sets({ looking: false });
    const later = await life.rejected();
    for (const one of [planned, later]) {
      expect(await life.letter(one)).toMatchObject({ state: 'held', heldWhy: 'not_looking' });
    }
    await life.sets({ looking: true });
    for (const one of [planned, later])
      expect(await life.letter(one)).toMatchObject({ state: 'waiting', heldWhy: null });
  });

  it('send-now goes all the same; approve and resume do not', async () => {
    await life.sets({ approval: 'review' });
    const one = await life.rejected();
    await life.sets({ looking: false });
    const draft = await life.letter(one);
    expect(await life.refused('POST', `/follow-ups/${draft.id}/approve`)).toBe('409 not_looking');
    await life.say(draft, 'send-now');
    await life.becomes(draft, 'sent');
    expect(mailTo(one.address)).toHaveLength(1);
  });
});

describe('settings that were changed after planning', () => {
  it('review asks about what waits already, and stays asked when auto returns', async () => {
    const one = await life.rejected();
    await life.sets({ approval: 'review' });
    expect(await life.letter(one)).toMatchObject({ state: 'draft' });
    await life.sets({ approval: 'auto' });
    const draft = await life.letter(one);
    expect(draft.state).toBe('draft');
    expect(await life.say(draft, 'approve')).toMatchObject({ state: 'waiting' });
    await life.sets({ approval: 'review' });
    expect(await life.letter(one)).toMatchObject({ state: 'waiting' });
  });

  it('letters that are switched off are held, and let go when they are on again', async () => {
    const one = await life.rejected();
    await life.sets({ feedbackRequest: { enabled: false } });
    const held = await life.letter(one);
    expect(held).toMatchObject({ state: 'held', heldWhy: 'disabled' });
    expect(held).toMatchObject({ reasons: [{ code: 'disabled', effect: 'holds' }] });
    expect(await life.refused('POST', `/follow-ups/${held.id}/send-now`)).toBe('409 disabled');
    await life.sets({ feedbackRequest: { enabled: true } });
    expect(await life.letter(one)).toMatchObject({ state: 'waiting' });
  });

  it('what was skipped stays skipped, and restoring it makes a draft once the reason is gone', async () => {
    await life.sets({ feedbackRequest: { enabled: false } });
    const one = await life.rejected();
    const skipped = await life.letter(one);
    expect(skipped.state).toBe('skipped');
    expect(await life.refused('POST', `/follow-ups/${skipped.id}/restore`)).toBe('409 disabled');
    await life.sets({ feedbackRequest: { enabled: true } });
    expect(await life.letter(one)).toMatchObject({ id: skipped.id, state: 'skipped' });
    expect(await life.say(skipped, 'restore')).toMatchObject({ state: 'draft' });
  });

  it('a longer delay moves a letter, and not before the moment that the candidate chose', async () => {
    const [moved, chosen] = [await life.rejected(), await life.rejected()];
    const { dueAt } = await life.letter(moved);
    const snoozed = await life.say(await life.letter(chosen), 'snooze', {
      until: new Date(Date.now() + 9 * 86_400_000).toISOString(),
    });
    await life.sets({ feedbackRequest: { delay: 'P3D' } });
    expect(Date.parse((await life.letter(moved)).dueAt) - Date.parse(dueAt)).toBe(2 * 86_400_000);
    expect((await life.letter(chosen)).dueAt).toBe(snoozed.dueAt);
  });
});

describe('too late', () => {
  it('three weeks in a shut laptop: it does not go', async () => {
    const one = await life.rejected();
    await life.ages(one, 60);
    const letter = await life.letter(one);
    const ended = await life.becomes(letter, 'cancelled');
    expect(ended.ledger.at(-1)).toMatchObject({ by: 'stop_rule', why: expect.stringMatching(/too long ago/) });
    expect(mailTo(one.address)).toEqual([]);
  });

  it('held for what did not pass: the clock ends it', async () => {
    await life.sets({ looking: false });
    const one = await life.rejected();
    await life.ages(one, 60);
    const ended = await life.becomes(await life.letter(one), 'cancelled');
    expect(ended.ledger.at(-1)).toMatchObject({ by: 'clock', why: expect.stringMatching(/too long ago/) });
  });

  it('held by hand it stays, and resuming it is a word of the candidate', async () => {
    const one = await life.rejected();
    const held = await life.say(await life.letter(one), 'hold');
    await life.ages(one, 60);
    await life.sets({ streak: { length: 4 } });
    expect(await life.get(held)).toMatchObject({ state: 'held', heldWhy: 'by_candidate' });
    await life.say(held, 'resume');
    await life.house.makeDue(held.id);
    await life.becomes(held, 'sent');
  });
});

describe('their reasons', () => {
  it('words without a category are asked about; naming one thanks for it, and taking it back asks again', async () => {
    const one = await life.rejected({ reason: { words: 'We went another way.' } });
    expect(await life.letters(one)).toEqual(['feedback_request waiting']);
    const path = `/applications/${one.id}/rejection`;
    await life.does('PATCH', path, { reason: { category: 'experience' } });
    expect(await life.letters(one)).toEqual(['feedback_request cancelled', 'thank_you waiting']);
    await life.does('PATCH', path, { reason: { category: 'other_candidate' } });
    expect(await life.letters(one)).toEqual(['feedback_request waiting', 'thank_you cancelled']);
  });

  it('a letter that was cancelled by hand stays cancelled, whatever kind it would be now', async () => {
    const one = await life.rejected();
    await life.say(await life.letter(one), 'cancel', { reason: 'I do not want to write about this one' });
    await life.does('PATCH', `/applications/${one.id}/rejection`, { reason: { category: 'experience' } });
    await life.does('PATCH', `/applications/${one.id}`, {
      contact: { name: 'Yuri Sato', email: 'yuri@people.example' },
    });
    expect(await life.letters(one)).toEqual(['feedback_request cancelled']);
  });
});

describe('the gap after an unanswered letter', () => {
  async function secondLetter(): Promise<Lived> {
    const first = await life.rejected();
    const sent = await life.letter(first);
    await life.say(sent, 'send-now');
    await life.becomes(sent, 'sent');
    return life.rejected({}, { contactId: first.contactId, contact: undefined });
  }

  it('that the settings take away lets go at the time that was planned', async () => {
    const second = await secondLetter();
    expect(await life.letter(second)).toMatchObject({ state: 'held', heldWhy: 'contact_gap' });
    await life.sets({ contactGap: 'PT0S' });
    const { state, dueAt } = await life.letter(second);
    expect(state).toBe('waiting');
    expect(Date.parse(dueAt)).toBeLessThan(Date.now() + 2 * DAY);
    await life.sets({ contactGap: 'P14D' });
  });

  it('holds what the settings move into it, at once', async () => {
    await life.sets({ feedbackRequest: { delay: 'P20D' } });
    const second = await secondLetter();
    expect(await life.letter(second)).toMatchObject({ state: 'waiting' });
    await life.sets({ feedbackRequest: { delay: 'P1D' } });
    expect(await life.letter(second)).toMatchObject({ state: 'held', heldWhy: 'contact_gap' });
  });
});

describe('a rejection that is taken back after its letter went, and recorded anew', () => {
  it('has a letter that waits for a yes: they have been asked', async () => {
    await life.sets({ contactGap: 'PT0S' });
    const one = await life.rejected();
    const letter = await life.letter(one);
    await life.say(letter, 'send-now');
    await life.becomes(letter, 'sent');
    await life.does('DELETE', `/applications/${one.id}/rejection`);
    await life.reject(one, { receivedAt: daysAgo(0.1) });
    expect(await life.letter(one)).toMatchObject({
      state: 'draft',
      why: expect.stringMatching(/taken? back|took back/),
    });
    expect(mailTo(one.address)).toHaveLength(1);
    await life.sets({ contactGap: 'P14D' });
  });
});
