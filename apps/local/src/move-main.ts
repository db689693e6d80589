/** `npm run move -- postgres://…`: from the embedded Postgres to a database of one's own. */
import { CannotStart, readEnv, withoutCredentials } from '@app/platform';
import { move } from './database/move.js';
import { LocalEnv, postgresAddress } from './env.js';

const USAGE = 'npm run move -- postgres://user:password@host:5432/database (an empty one, by its owner)';

async function main([url, ...more]: string[]): Promise<void> {
  const address = postgresAddress.safeParse(url);
  if (!address.success || more.length > 0) throw new CannotStart(`Say where to: ${USAGE}`);
  const { DATA_DIR } = readEnv(LocalEnv.pick({ DATA_DIR: true }), process.env);
  await move(DATA_DIR, address.data, (line) => process.stdout.write(`${line}\n`));
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: Error) => {
    const line = error instanceof CannotStart ? error.message : `Nothing was moved: ${error.message}`;
    process.stderr.write(`${withoutCredentials(line).replaceAll('\n', ' ')}\n`);
    process.exit(1);
  },
);
