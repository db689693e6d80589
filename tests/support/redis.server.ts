/** A Redis of a test's own, to be filled, emptied, killed and started again on the port it had. */
import { Redis } from 'ioredis';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from './eventually.js';
import { freePort } from './free-port.js';

export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

export class RedisServer {
  readonly url: string;
  #server: ChildProcess | null = null;

  private constructor(
    private readonly port: number,
    private readonly settings: string[],
  ) {
    this.url = `redis://127.0.0.1:${port}`;
  }

  static async start(settings: string[] = []): Promise<RedisServer> {
    const redis = new RedisServer(await freePort(), settings);
    await redis.startAgain();
    return redis;
  }

  /** Empty: nothing is kept on disk. */
  async startAgain(): Promise<void> {
    const place = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.#server = spawn('redis-server', [...place, ...this.settings], { stdio: 'ignore' });
    await eventually(() => this.do((client) => client.ping()).catch(() => null), { what: 'Redis answering' });
  }

  async kill(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  }

  async do<T>(work: (client: Redis) => Promise<T>): Promise<T> {
    const client = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 1 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await work(client);
    } finally {
      client.disconnect();
    }
  }
}
