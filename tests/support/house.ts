/** A whole Rekindle on real parts: both services as processes, a database, a mail server and a webhook receiver of its own. */
import { ApplicationsProcess } from './applications.process.js';
import { AT_ONCE } from './arrange.js';
import { eventually } from './eventually.js';
import { ScriptedSmtpServer } from './scripted-smtp.server.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { WebhookReceiver } from './webhook-receiver.js';
import { WorkerProcess } from './worker.process.js';

export interface FollowUp {
  id: string;
  kind: string;
  audience: string;
  state: string;
  dueAt: string;
  subject: string;
  body: string;
  why: string;
  ledger: { by: string; what: string; why: string | null; at: string }[];
}

export interface RecordedApplication {
  id: string;
  companyId: string;
  vacancyId: string;
  contactId: string | null;
  stage: string;
}

export const QUEUES = [
  { queue: 'Postgres', redisUrl: undefined as string | undefined },
  ...(process.env.TEST_REDIS_URL
    ? [{ queue: 'Redis', redisUrl: process.env.TEST_REDIS_URL as string | undefined }]
    : []),
];

export class House {
  private constructor(
    readonly db: TestDatabase,
    public api: ApplicationsProcess,
    readonly smtp: ScriptedSmtpServer,
    readonly receiver: WebhookReceiver,
    public worker: WorkerProcess,
    private readonly redisUrl: string | undefined,
    private readonly env: Record<string, string>,
    private readonly apiEnv: Record<string, string>,
  ) {}

  /** `env`: what the worker is told beside its services; `apiEnv`: what the HTTP service is. */
  static async open(
    redisUrl?: string,
    env: Record<string, string> = {},
    apiEnv: Record<string, string> = {},
  ): Promise<House> {
    const db = await createTestDatabase();
    const smtp = await ScriptedSmtpServer.listen();
    const receiver = await WebhookReceiver.start();
    const [api, worker] = await Promise.all([
      ApplicationsProcess.start(db.apiUrl, apiEnv),
      WorkerProcess.start({ databaseUrl: db.workerUrl, smtpUrl: smtp.url, redisUrl, env }),
    ]);
    const house = new House(db, api, smtp, receiver, worker, redisUrl, env, apiEnv);
    await api.expect('PATCH', '/settings', AT_ONCE);
    return house;
  }

  async restartWorker(): Promise<void> {
    await this.worker.kill();
    this.worker = await WorkerProcess.start({
      databaseUrl: this.db.workerUrl,
      smtpUrl: this.smtp.url,
      redisUrl: this.redisUrl,
      env: this.env,
    });
  }

  /** The HTTP service dies, and comes back at the same address. */
  async withoutApi(meanwhile: () => Promise<void>): Promise<void> {
    const { port: PORT } = new URL(this.api.url);
    await this.api.kill();
    await meanwhile();
    this.api = await ApplicationsProcess.start(this.db.apiUrl, { ...this.apiEnv, PORT });
  }

  apply(fields: object): Promise<RecordedApplication> {
    return this.api.expect('POST', '/applications', fields);
  }

  async plan(applicationId: string): Promise<FollowUp[]> {
    const page = await this.api.expect<{ data: FollowUp[] }>(
      'GET',
      `/follow-ups?applicationId=${applicationId}&limit=100`,
    );
    return page.data;
  }

  followUp(applicationId: string, kind: string, state: string): Promise<FollowUp> {
    return eventually(
      async () => (await this.plan(applicationId)).find((row) => row.kind === kind && row.state === state),
      {
        what: `a ${kind} that is ${state}`,
      },
    );
  }

  /** Until nothing follows from anything any more. */
  async settled(): Promise<void> {
    await eventually(async () => (await this.db.query('select 1 from outbox where parked_at is null')).length === 0, {
      what: 'every message being handled',
    });
  }

  /** Past every policy, as nobody could: makes the time of a row come. */
  async makeDue(followUpId: string): Promise<void> {
    await this.db.query(`update follow_ups set due_at = now() - interval '1 second' where id = $1`, [followUpId]);
  }

  mailTo(address: string): ScriptedSmtpServer['messages'] {
    return this.smtp.messages.filter(({ to }) => to.includes(address));
  }

  async close(): Promise<void> {
    await Promise.all([this.api.stop(), this.worker.stop()]);
    await Promise.all([this.smtp.close(), this.receiver.stop()]);
    await this.db.drop();
  }
}
