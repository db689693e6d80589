/** Reads the stream of an account as a program does. */
import type { Changed } from '../../apps/applications/src/stream/stream.schemas.js';
import { eventually } from './eventually.js';

export class StreamReader {
  readonly changes: Changed[] = [];
  /** As it came. */
  text = '';
  hasEnded = false;

  private constructor(
    readonly response: Response,
    private readonly abort: AbortController,
  ) {}

  static async open(url: string, headers: Record<string, string>): Promise<StreamReader> {
    const abort = new AbortController();
    const response = await fetch(`${url}/api/v1/stream`, { headers, signal: abort.signal });
    const reader = new StreamReader(response, abort);
    void reader.read().catch(() => undefined);
    return reader;
  }

  /** A change like this one, from now on or before. */
  hears(change: Partial<Changed>): Promise<Changed> {
    const isIt = (heard: Changed) =>
      Object.entries(change).every(([name, value]) => heard[name as keyof Changed] === value);
    return eventually(() => this.changes.find(isIt), { what: `hearing ${JSON.stringify(change)}`, within: 10_000 });
  }

  ends(): Promise<boolean> {
    return eventually(() => this.hasEnded, { what: 'the end of the stream', within: 40_000 });
  }

  close(): void {
    this.abort.abort();
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.response.body!) {
        this.text += decoder.decode(chunk as Uint8Array, { stream: true });
        const data = [...this.text.matchAll(/^event: changed\ndata: (.*)\n\n/gm)].map(([, one]) => one!);
        for (const one of data.slice(this.changes.length)) this.changes.push(JSON.parse(one) as Changed);
      }
    } finally {
      this.hasEnded = true;
    }
  }
}
