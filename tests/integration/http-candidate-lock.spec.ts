import { lockCandidate, Database } from '@app/database';
import { OWNER_ID } from '@app/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';
import { ApplicationsProcess } from '../support/applications.process.js';
import { bothWait, somebodyWaits, somebodyWaitsForARow } from '../support/candidate-lock.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const AN_APPLICATION = { companyName: 'Acme', title: 'Engineer', stage: 'offer' };

describe('what stops letters, said at the moment in which a sender passes its point of no return', () => {
  let api: ApplicationsApi;
  let sender: Database;
  beforeAll(async () => {
    api = await startApplicationsApi();
    sender = await Database.connect(api.db.workerUrl, { name: 'sender' });
  });
  afterAll(async () => {
    await sender.close();
    await api.stop();
  });

  /** Sent while a sender decides; whether it was answered before that is over. */
  async function saidMeanwhile(method: 'POST' | 'PATCH' | 'PUT', path: string, body: object) {
    const { answer } = await sender.asCandidate(OWNER_ID, async (tx) => {
      await lockCandidate(tx, OWNER_ID);
      const answer = api.call(method, path, body);
      await somebodyWaits(api.db);
      return { answer };
    });
    return (await answer).status;
  }

  it('an offer that is accepted waits until the sender is past it', async () => {
    const { id } = await api.call('POST', '/api/v1/applications', AN_APPLICATION);
    expect(await saidMeanwhile('POST', `/api/v1/applications/${id}/stage`, { stage: 'accepted' })).toBe(200);
  });

  it('so does an application that is recorded as accepted', async () => {
    const accepted = { ...AN_APPLICATION, stage: 'accepted' };
    expect(await saidMeanwhile('POST', '/api/v1/applications', accepted)).toBe(201);
  });

  it('so does each word of a look back, which its reminder may settle at that moment', async () => {
    const { id } = await api.call('POST', '/api/v1/applications', AN_APPLICATION);
    await api.call('POST', `/api/v1/applications/${id}/rejection`, {});
    const path = `/api/v1/applications/${id}/reflection`;
    expect(await saidMeanwhile('PUT', path, { asked: 'How I cut onions' })).toBe(200);
  });

  it('so does the end of looking', async () => {
    expect(await saidMeanwhile('PATCH', '/api/v1/settings', { looking: false })).toBe(200);
  });
});

describe('a contact and a company, named by two commands at once', () => {
  let db: TestDatabase;
  let holder: Database;
  let replicas: ApplicationsProcess[];
  beforeAll(async () => {
    db = await createTestDatabase();
    // Two processes, so that the turn is waited for where the test sees it.
    replicas = [await ApplicationsProcess.start(db.apiUrl), await ApplicationsProcess.start(db.apiUrl)];
    holder = await Database.connect(db.workerUrl, { name: 'holder' });
  });
  afterAll(async () => {
    await holder.close();
    for (const replica of replicas) await replica.stop();
    await db.drop();
  });

  it('are taken one after the other', async () => {
    const [one, other] = replicas;
    const { id } = await one!.expect<{ id: string }>('POST', '/contacts', { name: 'Dana Ito' });
    const companyName = 'New Ltd';
    const { answers } = await holder.asCandidate(OWNER_ID, async (tx) => {
      await tx.query('select 1 from contacts where id = $1 for update', [id]);
      const moved = one!.request('PATCH', `/contacts/${id}`, { companyName });
      await somebodyWaitsForARow(db);
      const applied = other!.request('POST', '/applications', { ...AN_APPLICATION, companyName, contactId: id });
      await bothWait(db);
      return { answers: [moved, applied] };
    });
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 201]);
  });
});
