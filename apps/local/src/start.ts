/** The whole of `npm start` in order: look first, then database, mail, services; and the way back. */
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { captureMail, type CapturedMail } from './captured-mail/captured-mail.js';
import { openDataDir } from './data-dir/folder.js';
import { holdLock } from './data-dir/lock.js';
import { keepLogsSmall } from './data-dir/log-file.js';
import { keptSecret } from './data-dir/secrets.js';
import { readyDatabase } from './database/database.js';
import { refuseMoved } from './database/moved.js';
import { checkOwner, ensureDatabase } from './database/owner.js';
import { startCluster } from './postgres/cluster.js';
import { checkPort, checkRedis, complaintOfSmtp } from './reachable.js';
import { applicationsEnv, workerEnv } from './services/environment.js';
import { keepRunning } from './services/keep-running.js';
import { awaitLeftovers, rememberServices } from './services/leftovers.js';
import { spawnService } from './services/service.js';
import type { Settings } from './settings.js';
import { newSignInLink } from './sign-in-link.js';

export interface Surroundings {
  scripts: { applications: string; worker: string };
  /** The variables of this process that are not ours, for the services. */
  inherited: NodeJS.ProcessEnv;
  print(line: string): void;
}

export interface Started {
  dataDir: string;
  token: string;
  /** Opens a session in a browser, once and soon. */
  signInLink: string;
}

/** Undoes what was started, last first. */
export type Undo = (hurry: AbortSignal) => Promise<void>;

export async function start(
  settings: Settings,
  { scripts, inherited, print }: Surroundings,
  undo: Undo[],
  asked: AbortSignal,
): Promise<Started> {
  const dataDir = await openDataDir(settings.DATA_DIR);
  const lock = await holdLock(
    join(dataDir, 'running.lock'),
    (pid) => `Rekindle already runs on ${dataDir} (process ${pid}); end it first, or set DATA_DIR to another folder`,
  );
  undo.push(() => lock.release());
  await awaitLeftovers(dataDir, print);
  await checkPort(settings.HOST, settings.PORT);
  const complaint = settings.SMTP_URL ? await complaintOfSmtp(settings.SMTP_URL) : null;
  if (complaint) print(complaint);
  if (settings.REDIS_URL) await checkRedis(settings.REDIS_URL);
  asked.throwIfAborted();

  const token = settings.REKINDLE_API_TOKEN ?? (await keptSecret(dataDir, 'apiToken', newToken));
  const secretKey = settings.REKINDLE_SECRET_KEY ?? (await keptSecret(dataDir, 'secretKey', newKey));
  const urls = await openDatabase(settings, dataDir, undo, print);
  asked.throwIfAborted();

  const captured = settings.SMTP_URL ? undefined : await openCapture(dataDir, undo);
  const given = { settings, token, secretKey, captured, ...urls };
  const logs = join(dataDir, 'logs');
  await mkdir(logs, { recursive: true, mode: 0o700 });
  const logFiles = ['worker', 'applications'].map((name) => join(logs, `${name}.log`));
  const stopKeeping = keepLogsSmall([...logFiles, join(dataDir, 'postgres.log')]);
  undo.push(async () => stopKeeping());
  const remembered = rememberServices(dataDir);
  undo.push(() => remembered.forget());

  const launch = async (title: string, script: string, logFile: string, own: NodeJS.ProcessEnv, readyUrl?: string) => {
    const service = await spawnService({ title, script, env: { ...inherited, ...own }, logFile, readyUrl, print });
    await remembered.started(script, service.pid);
    return service;
  };
  const launchWorker = () => launch('Worker', scripts.worker, join(logs, 'worker.log'), workerEnv(given));
  const launchApplications = () =>
    launch(
      'HTTP service',
      scripts.applications,
      join(logs, 'applications.log'),
      applicationsEnv(given),
      `${settings.localUrl}/health/ready`,
    );

  const worker = await launchWorker();
  let stopWorker: Undo = (hurry) => worker.stop(hurry);
  undo.push((hurry) => stopWorker(hurry));
  const applications = await launchApplications();
  let stopApplications: Undo = (hurry) => applications.stop(hurry);
  undo.push((hurry) => stopApplications(hurry));

  await Promise.all([worker.ready(asked), applications.ready(asked)]);
  stopWorker = keepRunning('Worker', worker, launchWorker, print).stop;
  stopApplications = keepRunning('HTTP service', applications, launchApplications, print).stop;
  return { dataDir, token, signInLink: await newSignInLink(settings.localUrl, token) };
}

async function openDatabase(settings: Settings, dataDir: string, undo: Undo[], print: (line: string) => void) {
  const { DATABASE_URL: serviceUrl, DATABASE_MIGRATION_URL: migrationUrl } = settings;
  if (serviceUrl) {
    const ownerUrl = migrationUrl ?? serviceUrl;
    await checkOwner(migrationUrl ? 'DATABASE_MIGRATION_URL' : 'DATABASE_URL', ownerUrl);
    return readyDatabase(dataDir, ownerUrl, serviceUrl, settings);
  }
  await refuseMoved(dataDir);
  const cluster = await startCluster({ dataDir });
  const again = () => startCluster({ dataDir, port: cluster.port });
  undo.push(keepRunning('Postgres', cluster, again, print).stop);
  const ownerUrl = await ensureDatabase(cluster.url, 'rekindle');
  return readyDatabase(dataDir, ownerUrl, ownerUrl);
}

async function openCapture(dataDir: string, undo: Undo[]): Promise<CapturedMail> {
  const captured = await captureMail(dataDir);
  undo.push(() => captured.stop());
  return captured;
}

function newToken(): string {
  return `rkd_${randomBytes(32).toString('base64url')}`;
}

function newKey(): string {
  return randomBytes(32).toString('base64');
}
