/** A fresh database per test file, cloned from the migrated template. */
import { OWNER_ID } from '@app/contracts';
import { API_ROLE, Candidate, Database, urlOfRole, WORKER_ROLE } from '@app/database';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  ownerUrl: string;
  apiUrl: string;
  workerUrl: string;
  /** As the superuser: past every policy, for looking and for arranging. One after the other, on one connection. */
  query<T = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]>;
  /** Somebody to act as; the owner unless told otherwise. */
  addCandidate(candidate?: { id?: string; name?: string | null; email?: string | null }): Promise<string>;
  drop(): Promise<void>;
}

export const createTestDatabase = (): Promise<TestDatabase> => createDatabase('rekindle_template');

export async function createDatabase(template: 'rekindle_template' | 'template1'): Promise<TestDatabase> {
  const superuserUrl = process.env.TEST_POSTGRES_URL!;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await once(superuserUrl, `create database ${name} template ${template}`);
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(`grant connect, temporary on database ${name} to ${WORKER_ROLE}`);
  const apiUrl = urlOfRole(url.href, API_ROLE, 'api');
  let last: Promise<unknown> = Promise.resolve();

  return {
    ownerUrl: url.href,
    apiUrl,
    workerUrl: urlOfRole(url.href, WORKER_ROLE, 'worker'),
    query: async (sql, parameters) => {
      const asked = last.then(() => client.query(sql, parameters));
      last = asked.catch(() => undefined);
      return (await asked).rows;
    },
    addCandidate: async ({ id = OWNER_ID, name = 'Olena Koval', email = 'olena@example.org' } = {}) => {
      const database = await Database.connect(apiUrl, { name: 'test', poolSize: 1 });
      await database.asCandidate(id, (tx) => tx.insert(Candidate, { id, name, email, settings: {} }));
      await database.close();
      return id;
    },
    drop: async () => {
      await client.end();
      await once(superuserUrl, `drop database ${name} with (force)`);
    },
  };
}

async function once(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
