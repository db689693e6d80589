/** An opening that is over ends what told of it, and there is one draft about a vacancy at a time. */
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import type { FollowUp } from '../support/house.js';
import { daysAgo, daysAhead, type Lived, LivedHouse } from '../support/lived-house.js';

jest.setTimeout(90_000);

let life: LivedHouse;
let one: Lived;
beforeAll(async () => {
  life = await LivedHouse.open();
  await life.sets({ cooldown: 'PT0S', contactGap: 'PT0S' });
});
beforeEach(async () => {
  one = await life.rejected({ receivedAt: daysAgo(40) }, { appliedAt: daysAgo(60) });
});
afterAll(() => life?.close());

const observe = (status: 'closed' | 'open') =>
  life.does('POST', `/vacancies/${one.vacancyId}/observations`, { status });
const drafts = async () => (await life.letters(one)).filter((line) => line.startsWith('reopened_outreach'));
const draft = () => life.letter(one, 'reopened_outreach');

it('a draft that was approved for later does not go once the vacancy closed again', async () => {
  await observe('closed');
  await observe('open');
  const { id } = await draft();
  await life.does('PATCH', `/follow-ups/${id}`, { dueAt: daysAhead(30) });
  await life.say({ id }, 'approve');
  await observe('closed');
  expect(await life.get({ id })).toMatchObject({ state: 'cancelled' });
  expect(await life.refused('POST', `/follow-ups/${id}/restore`)).toBe('409 not_by_candidate');
  expect(life.house.mailTo(one.address)).toEqual([]);
});

it('a draft is not sent after the vacancy closed, also before anybody looked at that', async () => {
  await observe('closed');
  await observe('open');
  const { id } = await draft();
  await life.house.db.query(`update vacancies set status = 'closed', closed_at = now() where id = $1`, [one.vacancyId]);
  expect(await life.refused('POST', `/follow-ups/${id}/send-now`)).toBe('409 closed_again');
});

it('a newer opening takes over the draft, with the words that were edited', async () => {
  await observe('closed');
  await observe('open');
  await life.does('PATCH', `/follow-ups/${(await draft()).id}`, { subject: 'Still here', body: 'My own words.' });
  await observe('closed');
  await observe('open');
  expect(await drafts()).toEqual(['reopened_outreach cancelled', 'reopened_outreach draft']);
  expect(await draft()).toMatchObject({ state: 'draft', subject: 'Still here', body: 'My own words.' });
});

async function editedDraft(): Promise<FollowUp> {
  await observe('closed');
  await observe('open');
  return life.does('PATCH', `/follow-ups/${(await draft()).id}`, { body: 'My own words.' });
}

it('a draft comes back with its application, and with somebody who may be written to again', async () => {
  const { id } = await editedDraft();
  await life.does('DELETE', `/applications/${one.id}`);
  expect(await life.get({ id })).toMatchObject({ state: 'cancelled' });
  await life.does('POST', `/applications/${one.id}/restore`);
  expect(await life.get({ id })).toMatchObject({ state: 'draft', body: 'My own words.' });
  await life.does('PATCH', `/contacts/${one.contactId}`, { doNotContact: true });
  await life.does('PATCH', `/contacts/${one.contactId}`, { doNotContact: false });
  expect(await life.get({ id })).toMatchObject({ state: 'draft', body: 'My own words.' });
});

it('a draft goes over to another contact with its words, and back', async () => {
  const { id } = await editedDraft();
  await life.does('PATCH', `/applications/${one.id}`, {
    contact: { name: 'Max Weber', email: `max.${id}@people.example` },
  });
  expect(await drafts()).toEqual(['reopened_outreach cancelled', 'reopened_outreach draft']);
  expect(await draft()).toMatchObject({ state: 'draft', body: 'My own words.' });
  await life.does('PATCH', `/applications/${one.id}`, { contactId: one.contactId });
  expect(await drafts()).toEqual(['reopened_outreach draft', 'reopened_outreach cancelled']);
});

it('a draft that the candidate cancelled goes over to nobody', async () => {
  const { id } = await editedDraft();
  await life.say({ id }, 'cancel');
  await life.does('PATCH', `/applications/${one.id}`, {
    contact: { name: 'Max Weber', email: `max.${id}@people.example` },
  });
  expect(await drafts()).toEqual(['reopened_outreach cancelled']);
});

it.each([
  ['cancel', 'cancelled'],
  ['send-now', 'sent'],
])('a draft does not come back to the former contact after %s of the one that took its place', async (verb, state) => {
  const { id } = await editedDraft();
  const contact = { name: 'Max Weber', email: `max.${id}@people.example` };
  await life.does('PATCH', `/applications/${one.id}`, { contact });
  const other = await draft();
  await life.say(other, verb);
  await life.becomes(other, state);
  await life.does('PATCH', `/applications/${one.id}`, { contactId: one.contactId });
  expect(await drafts()).toEqual(['reopened_outreach cancelled', `reopened_outreach ${state}`]);
});

it('an alert that an earlier version ended, which did not write down why, stays ended', async () => {
  await observe('closed');
  await observe('open');
  const alert = await life.letter(one, 'reopened');
  await life.house.db.query(
    `update follow_ups set state = 'cancelled', ended_by = 'stop_rule', ended_why = null where id = $1`,
    [alert.id],
  );
  await life.sets({ streak: { length: 7 } });
  expect(await life.get(alert)).toMatchObject({ state: 'cancelled' });
});

it('an alert tells of no draft to somebody who must not be written to', async () => {
  await life.does('PATCH', `/contacts/${one.contactId}`, { doNotContact: true });
  await observe('closed');
  await observe('open');
  expect(await drafts()).toEqual(['reopened_outreach skipped']);
  expect((await life.letter(one, 'reopened')).body).not.toContain('A draft to');
});

it('a letter says that it keeps to the waiting time only where it goes before that is over', async () => {
  await life.sets({ cooldown: 'P180D' });
  await observe('closed');
  await observe('open');
  const { id, body } = await draft();
  expect(body).not.toContain('keeping to it');
  const sooner = await life.does('PATCH', `/follow-ups/${id}`, { dueAt: daysAhead(2) });
  expect(sooner.body).toContain('keeping to it');
  expect((await life.letter(one, 'reopened')).body).toContain('A draft to');
  await life.sets({ cooldown: 'PT0S' });
});
