/** Where the queue lives: Redis when its URL is set, else the schema `bullmq` of the same Postgres. */
import { CannotStart } from '@app/platform';
import {
  createPostgresBackend,
  runMigrations,
  setDefaultBackendFactory,
  type PgQueryable,
  type QueueOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import { Pool, type PoolClient, type QueryResultRow } from 'pg';

const MOST_LISTENERS = 32;

export interface QueueBackend {
  connection: QueueOptions['connection'];
  kind: 'postgres' | 'redis';
  close(): Promise<void>;
}

export async function openQueueBackend(databaseUrl: string, redisUrl: string | undefined): Promise<QueueBackend> {
  return redisUrl === undefined ? openPostgres(databaseUrl) : openRedis(redisUrl);
}

async function openPostgres(url: string): Promise<QueueBackend> {
  const pool = new Pool({
    connectionString: url,
    application_name: 'rekindle queue',
    options: '-c search_path=bullmq -c timezone=UTC',
    keepAlive: true,
    max: 10,
  });
  pool.on('error', () => undefined);
  // Every queue listens for it, and every worker of one.
  pool.setMaxListeners(MOST_LISTENERS);
  const client = await pool.connect();
  try {
    await runMigrations(inMadeSchema(client), 'bullmq');
  } finally {
    client.release();
  }
  setDefaultBackendFactory(createPostgresBackend);
  return { connection: pool as unknown as QueueOptions['connection'], kind: 'postgres', close: () => pool.end() };
}

/** The schema was made for this role, which has no right to make one: Postgres would refuse even `if not exists`. */
function inMadeSchema(client: PoolClient): PgQueryable {
  return {
    query: async <R>(sql: string, values?: readonly unknown[]) =>
      sql.startsWith('CREATE SCHEMA') ? { rows: [] } : client.query<R & QueryResultRow>(sql, values && [...values]),
  };
}

async function openRedis(url: string): Promise<QueueBackend> {
  const probe = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
  probe.on('error', () => undefined);
  try {
    await probe.connect();
    await probe.ping();
  } catch (error) {
    throw new CannotStart(
      `Redis at ${new URL(url).host} cannot be reached (${(error as Error).message}); check REDIS_URL.`,
    );
  } finally {
    probe.disconnect();
  }
  setDefaultBackendFactory();
  // BullMQ makes its own connections from this; a worker waits for Redis as long as it takes (null).
  return { connection: { url, maxRetriesPerRequest: null }, kind: 'redis', close: async () => undefined };
}
