import { lockCandidate, Database } from '@app/database';
import { OWNER_ID } from '@app/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';
import { somebodyWaits } from '../support/candidate-lock.js';

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
  async function saidMeanwhile(method: 'POST' | 'PATCH', path: string, body: object) {
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

  it('so does the end of looking', async () => {
    expect(await saidMeanwhile('PATCH', '/api/v1/settings', { looking: false })).toBe(200);
  });
});
