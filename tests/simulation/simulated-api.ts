/** The HTTP service with its real routes, spoken to without a socket; its ids come from the seed. */
import { Database } from '@app/database';
import { createLogger, type Ids, Sealer } from '@app/platform';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHash } from 'node:crypto';
import { AppModule } from '../../apps/applications/src/app.module.js';
import { env } from '../../apps/applications/src/env.js';
import { createHttpAdapter } from '../../apps/applications/src/http/http-adapter.js';
import { Site } from '../../apps/applications/src/http/site.js';
import { TEST_SECRET_KEY } from '../support/secret-key.js';
import type { TestDatabase } from '../support/test-database.js';

export interface Answered {
  isDone: boolean;
  body: Record<string, unknown>;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export class SimulatedApi {
  private constructor(private readonly app: NestFastifyApplication) {}

  static async start(databaseUrl: string, ids: Ids): Promise<SimulatedApi> {
    const logger = createLogger('simulation', 'silent');
    const settings = env.parse({ DATABASE_URL: databaseUrl, REKINDLE_SECRET_KEY: TEST_SECRET_KEY });
    const foundation = {
      env: settings,
      database: await Database.connect(databaseUrl, { name: 'simulation', poolSize: 2 }),
      ids,
      logger,
      sealer: new Sealer(Buffer.from(TEST_SECRET_KEY, 'base64')),
      site: new Site(settings),
    };
    const app = await NestFactory.create<NestFastifyApplication>(
      AppModule.on(foundation),
      createHttpAdapter(foundation),
      {
        logger: false,
        bodyParser: false,
        abortOnError: false,
      },
    );
    await app.init();
    return new SimulatedApi(app);
  }

  /** Accounts whose token is their id. */
  async signUp(db: TestDatabase, candidateIds: string[], settings: object): Promise<void> {
    for (const id of candidateIds) {
      await db.query(
        `insert into candidates (id, name, email, settings) values ($1, 'Olena Koval', 'olena@example.org', $2)`,
        [id, settings],
      );
      await db.query(
        `insert into credentials (id, candidate_id, kind, name, hash) values ($1, $1, 'token', 'token', $2)`,
        [id, createHash('sha256').update(id).digest()],
      );
    }
  }

  /** Whether it was done, or refused with a reason; anything else is a mistake of the service. */
  async call(candidateId: string, method: Method, path: string, payload?: object): Promise<Answered> {
    const headers = { authorization: `Bearer ${candidateId}` };
    const answer = await this.app.inject({ method, url: `/api/v1${path}`, headers, ...(payload && { payload }) });
    const body = (answer.payload === '' ? {} : answer.json()) as Record<string, unknown>;
    if (answer.statusCode >= 500 || answer.statusCode === 400 || answer.statusCode === 401) {
      throw new Error(`${method} ${path} was answered ${answer.statusCode}: ${answer.payload}`);
    }
    return { isDone: answer.statusCode < 300, body };
  }

  stop(): Promise<void> {
    return this.app.close();
  }
}
