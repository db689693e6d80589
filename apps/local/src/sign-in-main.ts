/** `npm run sign-in`: another link that signs one browser in, for a Rekindle that runs. */
import { CannotStart, readEnv, withoutCredentials } from '@app/platform';
import { parseArgs } from 'node:util';
import { knownSecret } from './data-dir/secrets.js';
import { LocalEnv } from './env.js';
import { settingsOf } from './settings.js';
import { newSignInLink } from './sign-in-link.js';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: 'boolean' } } });
  const settings = settingsOf(readEnv(LocalEnv, process.env), values.demo ?? false);
  const { DATA_DIR, REKINDLE_API_TOKEN, localUrl } = settings;
  const token = REKINDLE_API_TOKEN ?? (await knownSecret(DATA_DIR, 'apiToken'));
  if (token === undefined) {
    throw new CannotStart(`No token is kept in ${DATA_DIR}; set DATA_DIR or REKINDLE_API_TOKEN as for npm start`);
  }
  const link = await newSignInLink(localUrl, token).catch((error: Error) => {
    const reason = error.cause instanceof Error ? 'nothing answers there' : error.message;
    throw new CannotStart(`No link from ${localUrl}: ${reason}. Start it first; set HOST and PORT as for npm start`);
  });
  process.stdout.write(`${link}\n\nSigns one browser in, once, within ten minutes.\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${withoutCredentials(error.message).replaceAll('\n', ' ')}\n`);
  process.exitCode = 1;
});
