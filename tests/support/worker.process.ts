/** The worker as it runs: its own process, killed and frozen like one. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { noWarningIn } from './no-warning.js';
import { TEST_SECRET_KEY } from './secret-key.js';

const MAIN = join(process.cwd(), 'dist/apps/worker/src/main.bundle.js');

export interface WorkerSettings {
  databaseUrl: string;
  smtpUrl: string;
  redisUrl?: string | undefined;
  env?: Record<string, string>;
}

export class WorkerProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly said: string[],
  ) {}

  static async start({ databaseUrl, smtpUrl, redisUrl, env }: WorkerSettings): Promise<WorkerProcess> {
    const child = fork(MAIN, [], {
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        DATABASE_URL: databaseUrl,
        SMTP_URL: smtpUrl,
        ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
        REKINDLE_SECRET_KEY: TEST_SECRET_KEY,
        OUTBOUND_ALLOW: '127.0.0.1/32',
        LOG_LEVEL: 'warn',
        ...env,
      },
    });
    const said: string[] = [];
    child.stdout!.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    child.stderr!.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => {
        throw new Error(`The worker did not start: ${said.join('')}`);
      }),
    ]);
    return new WorkerProcess(child, said);
  }

  /** What it logged. */
  get output(): string {
    return this.said.join('');
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    noWarningIn(this.output);
  }

  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}
