/** The HTTP service as it runs: its own process on a free port, spoken to over HTTP. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { noWarningIn } from './no-warning.js';
import { TEST_SECRET_KEY } from './secret-key.js';

const MAIN = join(process.cwd(), 'dist/apps/applications/src/main.bundle.js');
export const TEST_TOKEN = 'rkd_test_token_of_the_owner';

export interface Answer<T> {
  status: number;
  body: T;
}

export class ApplicationsProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    private readonly log: { text: string },
  ) {}

  /** Its log. */
  get said(): { level: number; msg: string }[] {
    const lines = this.log.text.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
    return lines.map((line) => JSON.parse(line) as { level: number; msg: string });
  }

  static async start(databaseUrl: string, env: Record<string, string> = {}): Promise<ApplicationsProcess> {
    const port = env.PORT ?? (await freePort());
    const child = fork(MAIN, [], {
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        TZ: 'UTC',
        DATABASE_URL: databaseUrl,
        REKINDLE_SECRET_KEY: TEST_SECRET_KEY,
        REKINDLE_API_TOKEN: TEST_TOKEN,
        OWNER_NAME: 'Olena Koval',
        OWNER_EMAIL: 'olena@example.org',
        OUTBOUND_ALLOW: '127.0.0.1/32',
        LOG_LEVEL: 'warn',
        ...env,
        PORT: String(port),
      },
    });
    const log = { text: '' };
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (chunk: Buffer) => (log.text += chunk.toString()));
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => {
        throw new Error(`The HTTP service did not start: ${log.text}`);
      }),
    ]);
    return new ApplicationsProcess(child, `http://127.0.0.1:${port}`, log);
  }

  async request<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const isText = typeof body === 'string';
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${TEST_TOKEN}`,
        ...(body === undefined || isText ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : null) as T };
  }

  /** For arranging: anything but a 2xx is the test's own mistake. */
  async expect<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<T> {
    const answer = await this.request<T>(method, path, body, headers);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    noWarningIn(this.log.text);
  }

  /** As a power cut would. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}
