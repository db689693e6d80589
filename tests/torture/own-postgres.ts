/** A Postgres server of a trial's own, which keeps what it committed when it is killed. */
import { OWNER_ID } from '@app/contracts';
import { API_ROLE, Candidate, Database, prepareDatabase, urlOfRole, WORKER_ROLE } from '@app/database';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { type Cluster, startCluster } from '../../apps/local/src/postgres/cluster.js';
import { freePort } from '../support/free-port.js';
import type { TestDatabase } from '../support/test-database.js';

export class OwnPostgres {
  private constructor(
    private cluster: Cluster,
    private readonly dataDir: string,
    private readonly looking: Pool,
    readonly db: TestDatabase,
  ) {}

  static async start(givenDir?: string): Promise<OwnPostgres> {
    const dataDir = givenDir ?? (await mkdtemp(join(tmpdir(), 'torture-postgres-')));
    const cluster = await startCluster({ dataDir, port: await freePort() });
    const url = new URL(cluster.url);
    const client = new Client({ connectionString: url.href });
    await client.connect();
    await client.query('create database rekindle');
    await client.end();
    url.pathname = '/rekindle';
    await prepareDatabase({ ownerUrl: url.href, apiPassword: 'api', workerPassword: 'worker' });
    const looking = new Pool({ connectionString: url.href, max: 2 });
    looking.on('error', () => undefined);
    const apiUrl = urlOfRole(url.href, API_ROLE, 'api');
    return new OwnPostgres(cluster, dataDir, looking, {
      ownerUrl: url.href,
      apiUrl,
      workerUrl: urlOfRole(url.href, WORKER_ROLE, 'worker'),
      query: async (sql, parameters) => (await looking.query(sql, parameters)).rows,
      addCandidate: async ({ id = OWNER_ID, name = 'Olena Koval', email = 'olena@example.org' } = {}) => {
        const database = await Database.connect(apiUrl, { name: 'test', poolSize: 1 });
        await database.asCandidate(id, (tx) => tx.insert(Candidate, { id, name, email, settings: {} }));
        await database.close();
        return id;
      },
      drop: async () => undefined,
    });
  }

  /** Every process of the server at once, as a power cut would. */
  async kill(): Promise<void> {
    const postmaster = Number.parseInt(await readFile(join(this.cluster.directory, 'postmaster.pid'), 'utf8'), 10);
    const children = await childrenOf(postmaster);
    for (const pid of [postmaster, ...children]) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
    await this.cluster.ended;
  }

  /** What an administrator calls a fast restart: transactions under way are rolled back. */
  async stopFast(): Promise<void> {
    await this.cluster.stop();
  }

  async startAgain(): Promise<void> {
    await this.cluster.ended;
    this.cluster = await startCluster({ dataDir: this.dataDir, port: this.cluster.port });
  }

  get hasEnded(): Promise<boolean> {
    return Promise.race([this.cluster.ended.then(() => true), Promise.resolve(false)]);
  }

  async stop(): Promise<void> {
    await this.looking.end();
    await this.cluster.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
    }),
  );
  return pids.filter((_, index) => found[index]);
}
