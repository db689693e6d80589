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
  /** It listens from now on; what was told before was missed. `again`: after it failed. */
  began(again: boolean): void;
  /** It hears nothing for now, and tries again; once until it listens. */
  failed(error: Error): void;
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
    const lost = (error: Error) => this.lose(client, error);
    client.on('error', lost).on('end', () => lost(new Error('The connection ended.')));
    client.on('notification', ({ payload = '' }) => this.listening.heard(readPayload(payload)));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      await stillListens(client);
    } catch (error) {
      return lost(error as Error);
    }
    if (this.client !== client) return;
    const again = this.failures > 0;
    this.failures = 0;
    this.timer = setInterval(() => void stillListens(client).catch(lost), STILL_THERE_MS).unref();
    this.listening.began(again);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const { client } = this;
    this.client = null;
    this.stopTimer();
    await client?.end().catch(() => undefined);
  }

  private lose(client: Client, error: Error): void {
    if (this.client !== client) return;
    this.client = null;
    void client.end().catch(() => undefined);
    this.stopTimer();
    if (this.isClosed) return;
    if (this.failures === 0) this.listening.failed(error);
    const wait = Math.min(AGAIN_MS.first * 2 ** this.failures, AGAIN_MS.most);
    this.failures += 1;
    this.timer = setTimeout(() => void this.start(), wait).unref();
  }

  private stopTimer(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }
}

/** A pooler may take `listen` for one session and leave the next statement to another, which hears nothing. */
async function stillListens(client: Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_listening_channels() as channel where channel = $1', [
    CHANNEL,
  ]);
  if (rowCount === 0) throw new Error('Another session answers than the one that listens: a pooler is in between.');
}
