/** A whole Rekindle as `npm start` leaves it the first time: nobody's name, and mail that is kept. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { captureMail } from '../../apps/local/src/captured-mail/captured-mail.js';
import { ApplicationsProcess } from './applications.process.js';
import { createTestDatabase } from './test-database.js';
import { WorkerProcess } from './worker.process.js';

export interface FirstDay {
  api: ApplicationsProcess;
  /** The link that is printed: it signs a browser in, once. */
  link(): Promise<string>;
  end(): Promise<void>;
}

export async function firstDay(): Promise<FirstDay> {
  const folder = await mkdtemp(join(tmpdir(), 'first-day-'));
  const [db, captured] = await Promise.all([createTestDatabase(), captureMail(folder)]);
  const nobody = { OWNER_NAME: '', OWNER_EMAIL: '' };
  const [api, worker] = await Promise.all([
    ApplicationsProcess.start(db.apiUrl, { ...nobody, CAPTURED_MAIL_DIR: captured.directory }),
    WorkerProcess.start({ databaseUrl: db.workerUrl, smtpUrl: captured.url, env: { MAIL_CAPTURED: 'true' } }),
  ]);
  return {
    api,
    link: async () => (await api.expect<{ url: string }>('POST', '/sign-in-codes')).url,
    end: async () => {
      await Promise.all([api.stop(), worker.stop()]);
      await captured.stop();
      await db.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
