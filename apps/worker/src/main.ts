import { Database } from '@app/database';
import { CannotStart, createLogger, NestLogger, readEnv, withoutCredentials } from '@app/platform';
import { NestFactory } from '@nestjs/core';
import { ehloNameOf } from './effects/email/smtp-login.policy.js';
import { SmtpMailer } from './effects/email/smtp.mailer.js';
import { workerEnv } from './env.js';
import { openQueueBackend } from './queue/queue.backend.js';
import { WorkerLogger } from './worker.logger.js';
import { WorkerModule } from './worker.module.js';

async function start(): Promise<void> {
  const env = readEnv(workerEnv, process.env);
  const logger = createLogger('worker', env.LOG_LEVEL);
  const mailer = new SmtpMailer(env.SMTP_URL, undefined, ehloNameOf(env.PUBLIC_URL));
  const database = await Database.connect(env.DATABASE_URL, { name: 'rekindle worker', poolSize: 20 });
  database.tellAll();
  const queue = await openQueueBackend(env.DATABASE_URL, env.REDIS_URL);
  const module = WorkerModule.with({ env, database, queue, mailer, logger: new WorkerLogger(logger) });
  const app = await NestFactory.createApplicationContext(module, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });

  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await app.close();
    await queue.close();
    await database.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  logger.info('ready');
  process.send?.({ ready: true });
}

start().catch((error: Error) => {
  const line =
    error instanceof CannotStart ? error.message : `The worker cannot start: ${withoutCredentials(error.message)}`;
  process.stderr.write(`${line}\n`);
  process.exit(1);
});
