/** The HTTP service on a real port and database, and a client that speaks JSON to it. */
import { OWNER_ID } from '@app/contracts';
import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createApp } from '../../apps/applications/src/app.js';
import { env } from '../../apps/applications/src/env.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

// Every file that talks to the service starts it, which takes a while on a busy machine.
jest.setTimeout(60_000);

export const TOKEN = 'test-token-of-the-owner';

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown> | null;
  /** Of the answered resource. */
  id: string;
  /** Of the answered list. */
  data: Record<string, unknown>[];
}

export interface ApplicationsApi {
  app: NestFastifyApplication;
  db: TestDatabase;
  url: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Another person with a token of their own. */
  addStranger(): Promise<{ id: string; authorization: string }>;
  stop(): Promise<void>;
}

export async function startApplicationsApi(settings: Record<string, string> = {}): Promise<ApplicationsApi> {
  const db = await createTestDatabase();
  const app = await createApp(
    env.parse({
      DATABASE_URL: db.apiUrl,
      REKINDLE_SECRET_KEY: randomBytes(32).toString('base64'),
      REKINDLE_API_TOKEN: TOKEN,
      OWNER_NAME: 'Olena Koval',
      OWNER_EMAIL: 'olena@example.org',
      LOG_LEVEL: 'fatal',
      ...settings,
    }),
  );
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();

  return {
    app,
    db,
    url,
    call: (method, path, body, headers = {}) => call(`${url}${path}`, method, body, headers),
    addStranger: async () => {
      const id = await db.addCandidate({ id: randomUUID(), name: 'Stranger' });
      const token = randomUUID();
      await db.query(
        `insert into credentials (id, candidate_id, kind, name, hash) values ($1, $2, 'token', 'test', $3)`,
        [randomUUID(), id, createHash('sha256').update(token).digest()],
      );
      return { id, authorization: `Bearer ${token}` };
    },
    stop: async () => {
      await app.close();
      await db.drop();
    },
  };
}

async function call(url: string, method: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${TOKEN}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const answered = (text ? JSON.parse(text) : null) as Answer['body'];
  const { id = '', data = [] } = (answered ?? {}) as Partial<Answer>;
  return { status: response.status, headers: response.headers, body: answered, id, data };
}

/** Every row of the owner's tables that a command may write; what a refused request must leave as it was. */
export async function rowCounts(db: TestDatabase): Promise<Record<string, number>> {
  const tables = ['companies', 'contacts', 'touches', 'vacancies', 'vacancy_observations', 'applications'];
  tables.push('stage_changes', 'interviews', 'rejections', 'events', 'outbox', 'idempotency_keys');
  const counts = tables.map((table) => `(select count(*)::int from ${table} where candidate_id = $1) as ${table}`);
  const [row] = await db.query<Record<string, number>>(`select ${counts.join(', ')}`, [OWNER_ID]);
  return row!;
}
