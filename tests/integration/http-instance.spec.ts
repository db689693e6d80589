import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';
import { eventually } from '../support/eventually.js';
import { ScriptedSmtpServer } from '../support/scripted-smtp.server.js';
import { WorkerProcess } from '../support/worker.process.js';

const INSTANCE = '/api/v1/instance';

interface Worker {
  heardAt: string;
}

describe('an installation', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi({ PUBLIC_URL: 'https://rekindle.example/', PORT: '3456' });
  });
  afterAll(() => api.stop());

  it('says what it is, to whoever is signed in', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const { authorization } = await api.addStranger();
    const { status, body } = await api.call('GET', INSTANCE, undefined, { authorization });
    expect(status).toBe(200);
    expect(body).toEqual({
      version,
      mail: { captured: false, host: null },
      demo: false,
      publicUrl: 'https://rekindle.example',
      loopback: false,
      database: { version: expect.stringMatching(/^\d+\.\d+/) },
      worker: null,
      waiting: { messages: 0, since: null, parked: 0 },
      boards: true,
    });
    expect((await api.call('GET', INSTANCE, undefined, { authorization: '' })).status).toBe(401);
  });

  it('says what waits for the worker, and what is set aside', async () => {
    await api.call('POST', '/api/v1/companies', { name: 'Contoso' });
    await api.call('POST', '/api/v1/contacts', { name: 'Dana Ito' });
    await api.call('POST', '/api/v1/contacts', { name: 'Mirko Hale' });
    await api.db.query(`update outbox set parked_at = now() where id = (select id from outbox order by id limit 1)`);
    const { body } = await api.call('GET', INSTANCE);
    expect(body!.waiting).toEqual({ messages: 1, since: expect.stringMatching(/Z$/), parked: 1 });
    const { authorization } = await api.addStranger();
    const stranger = await api.call('GET', INSTANCE, undefined, { authorization });
    expect(stranger.body!.waiting).toEqual({ messages: 0, since: null, parked: 0 });
  });

  it('names the mail server as its worker reaches it, without what opens it', async () => {
    const smtp = await ScriptedSmtpServer.listen();
    const worker = await WorkerProcess.start({
      databaseUrl: api.db.workerUrl,
      smtpUrl: smtp.url.replace('smtp://', 'smtp://olena:the-secret@'),
    });
    const { body } = await eventually(
      async () => {
        const answer = await api.call('GET', INSTANCE);
        return (answer.body!.mail as { host: string | null }).host === null ? undefined : answer;
      },
      { what: 'the mail server being named' },
    );
    expect(body).toMatchObject({ mail: { captured: false, host: new URL(smtp.url).hostname } });
    const heard = await eventually(async () => (await api.call('GET', INSTANCE)).body!.worker as Worker | null, {
      what: 'the worker being heard',
    });
    expect(heard).toEqual({ heardAt: expect.stringMatching(/Z$/), queue: 'postgres', version: body!.version });
    expect(Math.abs(Date.now() - Date.parse(heard.heardAt))).toBeLessThan(60_000);
    expect(JSON.stringify(body)).not.toContain('secret');
    await worker.stop();
    await smtp.close();
  });
});

it.each([
  ['http://127.0.0.1:3000', true],
  ['http://localhost:3000', true],
  ['http://192.168.1.20:3000', false],
])('at %s is of this computer only: %s', async (PUBLIC_URL, loopback) => {
  const api = await startApplicationsApi({ PUBLIC_URL, DEMO: 'true', CAPTURED_MAIL_DIR: '/tmp/no-mail-here' });
  const { body } = await api.call('GET', INSTANCE);
  expect(body).toMatchObject({ mail: { captured: true, host: null }, demo: true, publicUrl: PUBLIC_URL, loopback });
  expect(JSON.stringify(body)).not.toContain('no-mail-here');
  await api.stop();
});
