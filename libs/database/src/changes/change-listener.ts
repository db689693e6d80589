import { Client } from 'pg';
import type { Told } from './change.js';
import { readPayload } from './change-payload.js';

export const CHANNEL = 'rekindle_changed';

const AGAIN_MS = { first: 100, most: 10_000 };
/** A connection can be cut off without a word; one that does not answer is none. */
const STILL_THERE_MS = 15_000;
const PATIENCE_MS = 10_000;

export interface Listening {
  heard(told: Told): void;
  /** It listens from now on; what was told before was missed. */
  began(): void;
}

/** The one connection of a process that listens. It comes back by itself, sooner at first. */
export class ChangeListener {
  private client: Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private failures = 0;
  private isClosed = false;

  constructor(
    private readonly url: string,
    private readonly name: string,
    private readonly listening: Listening,
  ) {}

  async start(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: this.name,
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    this.client = client;
    const lost = () => this.lose(client);
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ payload = '' }) => this.listening.heard(readPayload(payload)));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch {
      return lost();
    }
    if (this.client !== client) return;
    this.failures = 0;
    this.timer = setInterval(() => void client.query('select 1').catch(lost), STILL_THERE_MS).unref();
    this.listening.began();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const { client } = this;
    this.client = null;
    this.stopTimer();
    await client?.end().catch(() => undefined);
  }

  private lose(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    void client.end().catch(() => undefined);
    this.stopTimer();
    if (this.isClosed) return;
    const wait = Math.min(AGAIN_MS.first * 2 ** this.failures, AGAIN_MS.most);
    this.failures += 1;
    this.timer = setTimeout(() => void this.start(), wait).unref();
  }

  private stopTimer(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }
}
