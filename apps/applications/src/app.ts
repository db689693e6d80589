/** Puts the HTTP service together; `main.ts` and the tests start the same one. */
import { isLoopback } from '@app/contracts';
import { Database } from '@app/database';
import { CannotStart, createLogger, NestLogger, parseSecretKey, Sealer, UuidV7Ids } from '@app/platform';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Env } from './env.js';
import type { Foundation } from './foundation.module.js';
import { serveApiDocs } from './http/api-docs.js';
import { timezoneWarning } from './host-timezone.policy.js';
import { createHttpAdapter } from './http/http-adapter.js';
import { Site } from './http/site.js';
import { ensureOwner } from './owner.js';

export async function createApp(env: Env): Promise<NestFastifyApplication> {
  const foundation = await layFoundation(env);
  const adapter = createHttpAdapter(foundation);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(foundation), adapter, {
    logger: new NestLogger(foundation.logger),
    bodyParser: false,
    abortOnError: false,
  });
  warnOfPlainHttp(foundation);
  serveApiDocs(app, env.PUBLIC_URL);
  await app.init();
  return app;
}

async function layFoundation(env: Env): Promise<Foundation> {
  const logger = createLogger('applications', env.LOG_LEVEL);
  const warning = timezoneWarning(env.TZ, Intl.DateTimeFormat().resolvedOptions().timeZone);
  if (warning !== null) logger.warn(warning);
  const sealer = new Sealer(secretKey(env.REKINDLE_SECRET_KEY));
  const database = await Database.connect(env.DATABASE_URL, { name: 'rekindle-applications' }).catch((error: Error) => {
    throw new CannotStart(
      `The database cannot be used (${reason(error)}). Check DATABASE_URL and that it was prepared.`,
    );
  });
  database.tellAll();
  const ids = new UuidV7Ids();
  await ensureOwner(database, ids, env).catch(async (error: Error) => {
    await database.close();
    throw new CannotStart(`The owner account cannot be written (${reason(error)}). Prepare the database first.`);
  });
  return { env, database, ids, logger, sealer, site: new Site(env) };
}

function warnOfPlainHttp({ site, logger }: Foundation): void {
  if (site.isHttps || isLoopback(site.host)) return;
  logger.warn(
    `PUBLIC_URL ${site.url} is plain http: whoever listens on the way can read letters and take over a session.`,
  );
}

function secretKey(base64: string): Buffer {
  try {
    return parseSecretKey(base64);
  } catch (error) {
    throw new CannotStart((error as Error).message);
  }
}

const reason = (error: Error & { code?: string }) => error.message || (error.code ?? 'no answer');
