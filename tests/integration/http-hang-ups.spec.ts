import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApplicationsProcess, TEST_TOKEN } from '../support/applications.process.js';
import { open } from '../support/raw-http.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const head = (...lines: string[]) => `${['POST /api/v1/companies HTTP/1.1', 'Host: a', ...lines].join('\r\n')}\r\n\r\n`;
const TOKEN = `Authorization: Bearer ${TEST_TOKEN}`;
const JSON_BODY = 'Content-Type: application/json';

describe('who hangs up', () => {
  let db: TestDatabase;
  let api: ApplicationsProcess;
  beforeAll(async () => {
    db = await createTestDatabase();
    api = await ApplicationsProcess.start(db.apiUrl, { LOG_LEVEL: 'debug' });
  });
  afterAll(async () => {
    await api.stop();
    await db.drop();
  });

  it.each([
    ['in a body', `${head(TOKEN, JSON_BODY, 'Content-Length: 100')}{"na`],
    ['before a body', head(TOKEN, JSON_BODY, 'Content-Length: 100')],
    ['in a chunk', `${head(TOKEN, JSON_BODY, 'Transfer-Encoding: chunked')}20\r\n{"na`],
    ['between chunks', `${head(TOKEN, JSON_BODY, 'Transfer-Encoding: chunked')}3\r\n{"n\r\n`],
    [
      'in a file',
      `${head(TOKEN, 'Content-Type: text/csv', 'Content-Length: 9000000').replace('companies', 'imports')}a,b`,
    ],
    ['without a token', `${head(JSON_BODY, 'Content-Length: 100')}{"na`],
    ['in a head', 'POST /api/v1/companies HTTP/1.1\r\nHos'],
    ['before a word', ''],
    ['at an answer', `${head(TOKEN, JSON_BODY, 'Content-Length: 14')}{"name":"Gone"}`],
    ['at a refusal', `${head(TOKEN, JSON_BODY, 'Content-Length: 2')}{}`],
  ])('%s is no fault of ours', async (_where, bytes) => {
    const before = api.said.length;
    for (const end of ['end', 'resetAndDestroy'] as const) {
      const socket = await open(api.url);
      socket.write(bytes);
      socket[end]();
      socket.resume();
    }
    // Seen by the same process after them, so that what it had to say of them is said.
    for (let times = 0; times < 5; times += 1) await api.request('GET', '/me');
    expect(api.said.slice(before).filter(({ level }) => level >= 40)).toEqual([]);
  });

  it('nor is a folder of captured mail that is not there an outage of the database', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'captured-'));
    const other = await ApplicationsProcess.start(db.apiUrl, { CAPTURED_MAIL_DIR: folder, LOG_LEVEL: 'error' });
    await rm(folder, { recursive: true });
    const { status } = await fetch(`${other.url}/captured-mail`, {
      headers: { authorization: `Bearer ${TEST_TOKEN}` },
    });
    expect(status).toBe(500);
    await other.stop();
  });
});
