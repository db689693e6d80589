import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { TEST_TOKEN } from '../support/applications.process.js';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';
import { StreamReader } from '../support/stream-reader.js';

jest.setTimeout(90_000);

let house: House;
let reader: StreamReader;
beforeAll(async () => {
  house = await House.open();
  const headers = { authorization: `Bearer ${TEST_TOKEN}` };
  reader = (await StreamReader.open(house.api.url, headers)).read();
});
afterAll(async () => {
  reader.close();
  await house.close();
});

it('hears each step that the worker takes with a letter: planned, sent, and its contact touched', async () => {
  const contact = { name: 'Dana Ito', email: 'dana@acme.example' };
  const application = await house.apply({ companyName: 'Acme', title: 'Engineer', stage: 'interview', contact });
  await house.api.expect('POST', `/applications/${application.id}/rejection`, {});
  await house.settled();
  const letter = (await house.plan(application.id)).find(({ kind }) => kind === 'feedback_request')!;
  await reader.hears({ kind: 'follow_up', id: letter.id, applicationId: application.id });
  await house.followUp(application.id, 'feedback_request', 'sent');
  await reader.hears({ kind: 'contact', id: application.contactId! });
  // Planned, claimed, past the point of no return, sent.
  const told = () => reader.changes.filter(({ id }) => id === letter.id).length;
  await eventually(() => told() >= 4, { what: 'four steps of the letter' });
  expect(told()).toBeGreaterThanOrEqual(4);
});

it('hears that a worker which began may have missed something', async () => {
  const from = reader.changes.length;
  await house.restartWorker();
  const told = () => reader.changes.slice(from).map(({ kind }) => kind);
  await eventually(() => told().includes('all'), { what: 'hearing all' });
  expect(told()).toContain('all');
});
