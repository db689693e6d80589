/** The worker as it runs, with a database and a mail server of its own; each test brings its own candidate. */
import type { SettingsPatch } from '@app/contracts';
import { Database } from '@app/database';
import { randomUUID } from 'node:crypto';
import { setSettings } from './arrange.js';
import { CandidateLife } from './candidate-life.js';
import { ScriptedSmtpServer } from './scripted-smtp.server.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { WorkerProcess } from './worker.process.js';

export class WorkerParts {
  private readonly workers: WorkerProcess[] = [];

  private constructor(
    readonly db: TestDatabase,
    readonly api: Database,
    readonly smtp: ScriptedSmtpServer,
  ) {}

  /** Without a worker yet. */
  static async open(): Promise<WorkerParts> {
    const db = await createTestDatabase();
    const api = await Database.connect(db.apiUrl, { name: 'test' });
    return new WorkerParts(db, api, await ScriptedSmtpServer.listen());
  }

  static async start(): Promise<WorkerParts> {
    const parts = await WorkerParts.open();
    await parts.addWorker();
    return parts;
  }

  async addWorker(
    given: { databaseUrl?: string; redisUrl?: string; env?: Record<string, string> } = {},
  ): Promise<WorkerProcess> {
    const worker = await WorkerProcess.start({ databaseUrl: this.db.workerUrl, smtpUrl: this.smtp.url, ...given });
    this.workers.push(worker);
    return worker;
  }

  /** One that remembers nothing of what the last one offered. */
  async anotherWorker(meanwhile: () => Promise<unknown> = async () => undefined): Promise<void> {
    await this.killWorkers();
    await meanwhile();
    await this.addWorker();
  }

  async killWorkers(): Promise<void> {
    await Promise.all(this.workers.splice(0).map((worker) => worker.kill()));
  }

  async candidate(settings: SettingsPatch = {}, email: string | null = 'olena@example.org'): Promise<CandidateLife> {
    const id = await this.db.addCandidate({ id: randomUUID(), email });
    await setSettings(this.api, settings, id);
    return new CandidateLife(id, this.api);
  }

  /** Past every policy, as nobody could: makes the time of a row come. */
  async makeDue(followUpId: string): Promise<void> {
    await this.db.query(`update follow_ups set due_at = now() - interval '1 second' where id = $1`, [followUpId]);
  }

  async stop(): Promise<void> {
    await this.killWorkers();
    await this.smtp.close();
    await this.api.close();
    await this.db.drop();
  }
}
