/** Makes a database ready for the two services, then ends: the containers' first step, which `npm start` takes by itself. */
import { prepareDatabase } from '@app/database';
import { CannotStart, readEnv, withoutCredentials } from '@app/platform';
import { z } from 'zod';
import { checkOwner } from './database/owner.js';

const prepareEnv = z.object({
  DATABASE_MIGRATION_URL: z.url({ protocol: /^postgres(ql)?$/, hostname: /./ }),
  API_DATABASE_PASSWORD: z.string(),
  WORKER_DATABASE_PASSWORD: z.string(),
});

async function main(): Promise<void> {
  const env = readEnv(prepareEnv, process.env);
  await checkOwner('DATABASE_MIGRATION_URL', env.DATABASE_MIGRATION_URL);
  await prepareDatabase({
    ownerUrl: env.DATABASE_MIGRATION_URL,
    apiPassword: env.API_DATABASE_PASSWORD,
    workerPassword: env.WORKER_DATABASE_PASSWORD,
  }).catch((error: Error) => {
    throw new CannotStart(`The database could not be prepared: ${error.message.split('\n')[0]}`);
  });
  process.stdout.write('The database is ready.\n');
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${withoutCredentials(message).replaceAll('\n', ' ')}\n`);
  process.exitCode = 1;
});
