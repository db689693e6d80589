/** What `npm start` says on the terminal. */
import type { Settings } from './settings.js';
import type { Started } from './start.js';

export const USAGE = `Usage: npm start [-- --demo]

Runs Rekindle: its own Postgres, both services and captured mail, all under DATA_DIR.

  --demo   plays the story in the browser, on sample data in DATA_DIR/demo; no setting of yours is used, no mail leaves
  --help   says this

Environment, all optional:
  PORT 3000, HOST 127.0.0.1, DATA_DIR ./data, PUBLIC_URL, LOG_LEVEL
  DATABASE_URL (a Postgres of yours), DATABASE_MIGRATION_URL (its owner, when the first is not)
  API_DATABASE_PASSWORD, WORKER_DATABASE_PASSWORD (of roles that somebody else made)
  REDIS_URL (the queue in Redis instead of Postgres), SMTP_URL (mail really leaves)
  OWNER_NAME, OWNER_EMAIL (who the letters are from)
  REKINDLE_API_TOKEN, REKINDLE_SECRET_KEY (made once and kept when left out)
  OUTBOUND_ALLOW (private hosts or ranges that webhooks may reach)
  BOARD_CONTACT (whom job boards can write to about what reads them)`;

export function welcome(settings: Settings, { dataDir, token, signInLink }: Started): string {
  const { demo, publicUrl, SMTP_URL, REKINDLE_API_TOKEN } = settings;
  const mail = SMTP_URL
    ? ['Mail', `leaves through ${new URL(SMTP_URL).host}`]
    : ['Captured mail', `${publicUrl}/captured-mail (nothing leaves this machine)`];
  const door = demo
    ? [
        ['Open', publicUrl],
        ['', 'and press Look around: everybody in it is invented'],
      ]
    : [
        ['Open', signInLink],
        ['', 'signs you in once, within ten minutes; npm run sign-in prints another'],
      ];
  const rows = [
    ...door,
    ['API', `${publicUrl}/api/v1`],
    ['Its docs', `${publicUrl}/api/docs`],
    mail,
    ['Token', REKINDLE_API_TOKEN ? 'the one in REKINDLE_API_TOKEN' : token],
    ['Kept in', `${dataDir} (logs in logs/)`],
  ];
  const lines = rows.map(([name = '', value = '']) => `  ${name.padEnd(15)}${value}`);
  return ['', 'Rekindle runs.', '', ...lines, '', 'Ctrl-C ends it.', ''].join('\n');
}
