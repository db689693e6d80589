/** Reminders come at the candidate's hour, whatever that is by then. */
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { FollowUp } from '../support/house.js';
import { daysAgo, daysAhead, type Lived, LivedHouse } from '../support/lived-house.js';

jest.setTimeout(90_000);

let life: LivedHouse;
let one: Lived;
beforeAll(async () => {
  life = await LivedHouse.open();
  await life.sets({ timezone: 'UTC', feedbackRequest: { delay: 'P1D' } });
  one = await life.rejected({ receivedAt: daysAgo(0.1) });
});
afterAll(() => life?.close());

const the = async (kind: string): Promise<FollowUp> => (await life.all(one, kind))[0]!;
const clockIn = (timeZone: string, { dueAt }: FollowUp) =>
  new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(new Date(dueAt));
const KINDS = ['reflection', 'check_in', 'half_year'];

it('another time zone or another hour moves what waits to that hour there', async () => {
  for (const kind of KINDS) expect(clockIn('UTC', await the(kind))).toBe('08:00');
  await life.sets({ timezone: 'America/Los_Angeles' });
  for (const kind of KINDS) expect(clockIn('America/Los_Angeles', await the(kind))).toBe('08:00');
  await life.sets({ reminders: { at: '19:30' } });
  for (const kind of KINDS) expect(clockIn('America/Los_Angeles', await the(kind))).toBe('19:30');
});

it('another distance moves the reflection, another rhythm the check-in and the half-year', async () => {
  const before = await Promise.all(KINDS.map(the));
  await life.sets({ reflection: { delay: 'P4D' }, keepWarm: { after: ['P30D'], halfYear: 'P100D' } });
  const after = await Promise.all(KINDS.map(the));
  const days = after.map(({ dueAt }, index) =>
    Math.round((Date.parse(dueAt) - Date.parse(before[index]!.dueAt)) / 86_400_000),
  );
  // The half-year waits for the end of the cooldown, which is 180 days.
  expect([days[0], days[1]]).toEqual([2, -60]);
  expect(Math.abs(days[2]!)).toBeLessThanOrEqual(1);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  await life.sets({ keepWarm: { after: [], halfYear: 'P180D' } });
  expect(await the('check_in')).toMatchObject({ state: 'cancelled' });
});

it('a longer cooldown of the company moves the half-year of those who work there', async () => {
  const { dueAt } = await the('half_year');
  await life.does('PATCH', `/companies/${one.companyId}`, { cooldown: 'P300D' });
  expect(Date.parse((await the('half_year')).dueAt) - Date.parse(dueAt)).toBeGreaterThan(100 * 86_400_000);
});

it('what was snoozed stays where it is, as long as the plan has it before', async () => {
  const reflection = await the('reflection');
  const until = daysAhead(20);
  await life.say(reflection, 'snooze', { until });
  await life.sets({ reflection: { delay: 'P5D' } });
  expect((await the('reflection')).dueAt).toBe(until);
});

it('nobody looks: no half-year; and it is planned again when somebody does', async () => {
  await life.sets({ looking: false });
  expect(await the('half_year')).toMatchObject({ state: 'cancelled' });
  await life.sets({ looking: true });
  const waiting = (await life.all(one, 'half_year')).filter(({ state }) => state === 'waiting');
  expect(waiting).toHaveLength(1);
});

it('a search and the notice of a close come back with their application', async () => {
  const rejected = await life.rejected({}, { contact: undefined });
  const inProcess = await life.applied();
  for (const status of ['open', 'closed'])
    await life.does('POST', `/vacancies/${inProcess.vacancyId}/observations`, { status });
  const reminders = [
    [rejected, 'find_contact'],
    [inProcess, 'vacancy_closed'],
  ] as const;
  for (const [application, kind] of reminders) {
    const { id } = await life.letter(application, kind);
    await life.house.db.query(
      `update follow_ups set state = 'held', held_why = 'by_candidate', lease_token = null, phase = null where id = $1`,
      [id],
    );
    await life.does('DELETE', `/applications/${application.id}`);
    expect(await life.get({ id })).toMatchObject({ state: 'cancelled' });
    await life.does('POST', `/applications/${application.id}/restore`);
    expect(['held', 'waiting', 'due', 'sending', 'sent']).toContain((await life.get({ id })).state);
  }
});
