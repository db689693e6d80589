/** The parts under torture: a database, a mail server and a queue of their own, each behind a network that can be broken. */
import { Database } from '@app/database';
import type { SettingsPatch } from '@app/contracts';
import { createHash, randomUUID } from 'node:crypto';
import { ApplicationsProcess } from '../support/applications.process.js';
import { aRejection, AT_ONCE, type Arranged, type Arrangement, setSettings } from '../support/arrange.js';
import { eventually } from '../support/eventually.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { hasRedis, RedisServer } from '../support/redis.server.js';
import { ScriptedSmtpServer } from '../support/scripted-smtp.server.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { WorkerProcess } from '../support/worker.process.js';
import { tell } from './report.js';

export type Backend = 'Postgres' | 'Redis';

/** Nothing but the fault stands in a letter's way. */
export const UNHINDERED = { ...AT_ONCE, mailbox: { ...AT_ONCE.mailbox, dailyCap: 10_000 } } satisfies SettingsPatch;

/** As long as this, or less where what is waited for may well never come. */
export const patience = (milliseconds: number): number =>
  Math.min(milliseconds, Number(process.env.TORTURE_PATIENCE_MS ?? Infinity));

const asked = (process.env.TORTURE_BACKEND ?? 'both').toLowerCase();
export const BACKENDS = (['Postgres', 'Redis'] as const)
  .filter((backend) => asked === 'both' || asked === backend.toLowerCase())
  .filter((backend) => backend === 'Postgres' || hasRedis);

export interface LetterRow {
  state: string;
  phase: string | null;
  attempt: number;
}

export class Rack {
  readonly workers: WorkerProcess[] = [];
  readonly apis: ApplicationsProcess[] = [];

  private constructor(
    readonly backend: Backend,
    readonly db: TestDatabase,
    readonly api: Database,
    readonly smtp: ScriptedSmtpServer,
    readonly redis: RedisServer | null,
    readonly networks: { postgres: FaultProxy; api: FaultProxy; smtp: FaultProxy; redis: FaultProxy | null },
    /** Past the networks: faster, where none of them is broken. */
    private readonly direct: boolean,
  ) {}

  /** Without a worker yet. */
  static async open(
    backend: Backend = 'Postgres',
    {
      db: givenDb,
      redisSettings = [],
      direct = false,
    }: { db?: TestDatabase; redisSettings?: string[]; direct?: boolean } = {},
  ): Promise<Rack> {
    const db = givenDb ?? (await createTestDatabase());
    const api = await Database.connect(db.apiUrl, { name: 'test' });
    const smtp = await ScriptedSmtpServer.listen();
    const redis = backend === 'Redis' ? await RedisServer.start(redisSettings) : null;
    const networks = {
      postgres: await FaultProxy.before(db.workerUrl),
      api: await FaultProxy.before(db.apiUrl),
      smtp: await FaultProxy.before(smtp.url),
      redis: redis && (await FaultProxy.before(redis.url)),
    };
    return new Rack(backend, db, api, smtp, redis, networks, direct);
  }

  /** How the table calls the part that a fault meets. */
  get component(): string {
    return `worker, queue in ${this.backend}`;
  }

  async addWorker(env: Record<string, string> = {}): Promise<WorkerProcess> {
    const worker = await WorkerProcess.start({
      databaseUrl: this.by('postgres', this.db.workerUrl),
      smtpUrl: this.by('smtp', this.smtp.url),
      redisUrl: this.redis ? this.by('redis', this.redis.url) : undefined,
      env,
    });
    this.workers.push(worker);
    return worker;
  }

  async addApi(): Promise<ApplicationsProcess> {
    const api = await ApplicationsProcess.start(this.by('api', this.db.apiUrl));
    this.apis.push(api);
    return api;
  }

  private by(network: keyof Rack['networks'], url: string): string {
    return this.direct ? url : this.networks[network]!.through(url);
  }

  async killWorkers(): Promise<void> {
    await Promise.all(this.workers.splice(0).map((worker) => worker.kill()));
  }

  async candidate(settings: SettingsPatch = UNHINDERED): Promise<string> {
    const id = await this.db.addCandidate({ id: randomUUID() });
    await setSettings(this.api, settings, id);
    return id;
  }

  /** Each has a contact of its own. */
  reject(candidateId: string, times: number, given: Arrangement = {}): Promise<Arranged[]> {
    return Promise.all(Array.from({ length: times }, () => aRejection(this.api, given, candidateId)));
  }

  /** A token with which the HTTP service takes requests for this candidate. */
  async tokenOf(candidateId: string): Promise<string> {
    const token = randomUUID();
    const hash = createHash('sha256').update(token).digest();
    const sql = `insert into credentials (id, candidate_id, kind, name, hash) values ($1, $2, 'token', 'torture', $3)`;
    await this.db.query(sql, [randomUUID(), candidateId, hash]);
    return token;
  }

  lettersOf(applicationIds: string[]): Promise<LetterRow[]> {
    const sql = `select state, phase, attempt from follow_ups where application_id = any ($1) and audience = 'contact'`;
    return this.db.query<LetterRow>(sql, [applicationIds]);
  }

  /** Messages nobody has handled yet, and letters that have not come to their end. */
  async backlog(): Promise<number> {
    const [row] = await this.db.query<{ open: number }>(
      `select ((select count(*) from outbox where parked_at is null) + (select count(*) from follow_ups
         where audience = 'contact' and state in ('waiting', 'held', 'sending', 'retrying')))::int as open`,
    );
    return row!.open;
  }

  /**
   * Until nothing waits any more, with what would be tried again later tried again now; false when for so many milliseconds
   * nothing happened, or when four times as long was not enough. A busy machine only takes longer.
   */
  async drained(within = 150_000): Promise<boolean> {
    const end = Date.now() + 4 * patience(within);
    try {
      for (let state = ''; Date.now() < end;) {
        const before = state;
        state = await eventually(() => this.stateOtherThan(before), {
          within: patience(within),
          what: 'anything more',
        });
        if (state.startsWith('0 ')) return true;
      }
      throw new Error(`it went on for ${(4 * patience(within)) / 1_000} s`);
    } catch (error) {
      tell(`not everything came to its end: ${(error as Error).message}`);
      return false;
    }
  }

  /** How many are open, and how much was written about them. */
  private async stateOtherThan(before: string): Promise<string | null> {
    await this.db.query(`update follow_ups set due_at = now() where state = 'retrying' and due_at > now()`);
    const [row] = await this.db.query<{ open: number; written: number }>(OPEN);
    const state = `${row!.open} ${row!.written}`;
    return state === before ? null : state;
  }

  async close(): Promise<void> {
    await Promise.all([this.killWorkers(), ...this.apis.map((api) => api.kill())]);
    const { postgres, api, smtp, redis } = this.networks;
    await Promise.all([postgres, api, smtp, redis].map((network) => network?.close()));
    await Promise.all([this.smtp.close(), this.redis?.kill(), this.api.close()]);
    await this.db.drop();
  }
}

const OPEN = `
  select (select count(*) from outbox where parked_at is null)::int
    + (select count(*) from follow_ups where state = 'sending'
        or (state in ('waiting', 'retrying') and (due_at <= now() or (audience = 'contact' and due_at < now() + interval '1 hour'))))::int as open,
    (select count(*) from follow_up_ledger)::int as written`;
