/** Letters that wait for a moment, because the candidate lets none go before it. */
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { daysAgo, daysAhead, LivedHouse } from '../support/lived-house.js';

jest.setTimeout(90_000);

const HELD = { state: 'held', heldWhy: 'no_letters_until' };
const ROUND_THE_CLOCK = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  from: '00:00',
  to: '24:00',
  skipHolidays: false,
} as const;

let life: LivedHouse;
beforeAll(async () => {
  life = await LivedHouse.open();
});
beforeEach(() =>
  life.sets({
    noLettersUntil: null,
    approval: 'auto',
    feedbackRequest: { delay: 'P1D' },
    sendingWindow: { ...ROUND_THE_CLOCK, days: [...ROUND_THE_CLOCK.days] },
  }),
);
afterAll(() => life?.close());

const pause = (days: number) => life.sets({ noLettersUntil: daysAhead(days) });

it('they wait until then, whichever came first; what is planned for later is untouched, and send-now passes over it', async () => {
  const [planned, later, byHand] = [await life.rejected(), await life.rejected(), await life.rejected()];
  const snoozed = await life.say(await life.letter(later), 'snooze', { until: daysAhead(20) });
  const held = await life.say(await life.letter(byHand), 'hold');
  const noLettersUntil = daysAhead(10);
  const { id, dueAt } = await life.letter(planned);
  const { moves } = await life.house.api.expect<{ moves: { id: string }[] }>('PATCH', '/settings?dryRun=true', {
    noLettersUntil,
  });
  expect(moves).toMatchObject([{ id, ...HELD, heldUntil: noLettersUntil, was: dueAt, whyCode: 'no_letters_until' }]);
  expect(await life.get({ id })).toMatchObject({ state: 'waiting', dueAt });

  await life.sets({ noLettersUntil });
  const during = await life.rejected();
  for (const letter of [await life.get({ id }), await life.letter(during)]) {
    expect(letter).toMatchObject({ ...HELD, heldUntil: noLettersUntil, reasons: [{ code: 'no_letters_until' }] });
    expect(Date.parse(letter.dueAt)).toBeGreaterThanOrEqual(Date.parse(noLettersUntil));
  }
  expect(await life.get(snoozed)).toMatchObject({ state: 'waiting', dueAt: snoozed.dueAt });
  expect(await life.say(snoozed, 'snooze', { until: daysAhead(3) })).toMatchObject(HELD);
  expect(await life.say(snoozed, 'snooze', { until: daysAhead(20) })).toMatchObject({ state: 'waiting' });
  expect(await life.get(held)).toMatchObject({ heldWhy: 'by_candidate' });
  expect(await life.say(held, 'resume')).toMatchObject(HELD);
  expect(await life.refused('POST', `/follow-ups/${held.id}/resume`)).toBe('409 no_letters_until');
  expect(await life.say(held, 'restore')).toMatchObject({ heldWhy: 'by_candidate' });

  const sent = await life.say({ id }, 'send-now');
  expect(sent.ledger.findLast(({ by }) => by === 'candidate')).toMatchObject({ whyCode: 'despite_no_letters' });
  await life.becomes(sent, 'sent');
  expect(life.house.mailTo(planned.address)).toHaveLength(1);
});

it('an earlier end holds nothing that comes after it, and none lets go at the time that was planned', async () => {
  await life.sets({ feedbackRequest: { delay: 'P8D' } });
  const [one, other] = [await life.rejected(), await life.rejected()];
  const { dueAt } = await life.letter(one);
  const chosen = await life.say(await life.letter(other), 'snooze', { until: daysAhead(3) });
  await pause(15);
  expect(await life.letter(one)).toMatchObject(HELD);
  await pause(5);
  expect(await life.letter(one)).toMatchObject({ state: 'waiting', dueAt });
  expect(await life.letter(other)).toMatchObject(HELD);
  await life.sets({ noLettersUntil: null });
  const free = { state: 'waiting', dueAt: chosen.dueAt, heldWhy: null, heldUntil: null };
  expect(await life.letter(other)).toMatchObject(free);
});

it('a draft stays one; approved, it waits, that is taken back, and at the moment it goes by itself, once', async () => {
  await life.sets({ approval: 'review', noLettersUntil: daysAhead(10) });
  const one = await life.rejected();
  const draft = await life.letter(one);
  const { dueAt } = draft;
  expect(draft).toMatchObject({ state: 'draft' });
  expect(await life.say(draft, 'approve')).toMatchObject(HELD);
  expect(await life.say(draft, 'restore')).toMatchObject({ state: 'draft', dueAt });
  await life.say(draft, 'approve');

  const passed = daysAgo(0.001);
  const { db } = life.house;
  await db.query(`update candidates set settings = jsonb_set(settings, '{noLettersUntil}', to_jsonb($1::text))`, [
    passed,
  ]);
  await db.query('update follow_ups set held_until = $2, due_at = $2 where id = $1', [draft.id, passed]);
  const sent = await life.becomes(draft, 'sent');
  expect(sent.ledger.map(({ what }) => what)).toEqual(expect.arrayContaining(['resumed', 'sent']));
  expect(life.house.mailTo(one.address)).toHaveLength(1);
  // Read and written back whole, as it was set.
  await life.does('PATCH', '/settings', await life.house.api.expect<object>('GET', '/settings'));
  expect(await life.refused('PATCH', '/settings', { noLettersUntil: daysAgo(1) })).toBe('422 in_the_past');
});

it('what it is too late for by then is said beforehand, and ends by the clock', async () => {
  await pause(30);
  const one = await life.rejected();
  const held = await life.letter(one);
  expect(held).toMatchObject({ ...HELD, reasons: [{ facts: { endsAt: expect.any(String) } }] });
  await life.ages(one, 60);
  const ended = await life.becomes(held, 'cancelled');
  expect(ended.ledger.at(-1)).toMatchObject({ by: 'clock', whyCode: 'too_late' });
});
