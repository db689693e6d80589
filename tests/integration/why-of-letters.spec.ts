/** What a letter says of why it is there is true when it comes back, or goes on, for another reason than it was planned for. */
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { LivedHouse } from '../support/lived-house.js';

jest.setTimeout(90_000);

let life: LivedHouse;
beforeAll(async () => {
  life = await LivedHouse.open();
  await life.sets({ feedbackRequest: { delay: 'P1D' } });
});
afterAll(() => life?.close());

it('that there was no address, once there is one', async () => {
  const one = await life.rejected({}, { contact: { name: 'No Address' } });
  expect(await life.letter(one)).toMatchObject({ state: 'skipped', whyCode: 'no_address' });
  await life.does('PATCH', `/contacts/${one.contactId}`, { email: `${randomUUID()}@people.example` });
  expect(await life.letter(one)).toMatchObject({ state: 'waiting', why: expect.stringMatching(/^Turned down/) });
});

it('that they were written to about an application which was deleted since', async () => {
  await life.sets({ contactGap: 'PT0S' });
  const companyName = `Acme ${randomUUID()}`;
  const former = await life.rejected({}, { companyName });
  const sent = await life.letter(former);
  await life.say(sent, 'send-now');
  await life.becomes(sent, 'sent');
  const again = { companyName, contactId: former.contactId, contact: undefined };
  const waiting = await life.rejected({}, again);
  const restored = await life.applied({ ...again, title: 'Designer' });
  expect(await life.letter(waiting)).toMatchObject({ state: 'waiting' });
  await life.does('DELETE', `/applications/${former.id}`);
  const deleted = expect.stringMatching(/that you deleted/);
  const reasons = [{ code: 'written_before', text: deleted }];
  expect(await life.letter(waiting)).toMatchObject({ state: 'draft', reasons });

  await life.reject(restored);
  await life.does('DELETE', `/applications/${restored.id}`);
  expect(await life.letters(restored)).toEqual(['feedback_request cancelled']);
  await life.does('POST', `/applications/${restored.id}/restore`);
  expect(await life.letter(restored)).toMatchObject({ state: 'draft', why: deleted });
  await life.sets({ contactGap: 'P14D' });
});

it('that it was held for a gap, when the settings make it shorter', async () => {
  const first = await life.rejected();
  const sent = await life.letter(first);
  await life.say(sent, 'send-now');
  await life.becomes(sent, 'sent');
  const second = await life.rejected({}, { contactId: first.contactId, contact: undefined });
  expect(await life.letter(second)).toMatchObject({ state: 'held', heldWhy: 'contact_gap' });
  await life.sets({ contactGap: 'PT0S' });
  const { ledger } = await life.letter(second);
  expect(ledger.at(-1)).toMatchObject({ what: 'resumed', why: 'What it was held for is over.' });
});
