/** Reads the stream of an account as a program does, on a connection of its own. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { Changed } from '../../apps/applications/src/stream/stream.schemas.js';
import { eventually } from './eventually.js';

export class StreamReader {
  readonly changes: Changed[] = [];
  /** As it came. */
  text = '';
  hasEnded = false;
  /** An event that has not come whole. */
  private unread = '';

  private constructor(readonly response: IncomingMessage) {}

  static async open(url: string, headers: Record<string, string>): Promise<StreamReader> {
    const request = get(`${url}/api/v1/stream`, { headers, agent: false });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return new StreamReader(response);
  }

  /** Until then it is a reader that does not read. */
  read(): this {
    this.response.setEncoding('utf8').on('data', (chunk: string) => this.take(chunk));
    this.response.on('error', () => undefined).on('close', () => (this.hasEnded = true));
    return this;
  }

  /** A change like this one, from now on or before. */
  hears(change: Partial<Changed>): Promise<Changed> {
    const isIt = (heard: Changed) =>
      Object.entries(change).every(([name, value]) => heard[name as keyof Changed] === value);
    return eventually(() => this.changes.find(isIt), { what: `hearing ${JSON.stringify(change)}`, within: 10_000 });
  }

  ends(within = 5_000): Promise<boolean> {
    return eventually(() => this.hasEnded, { what: 'the end of the stream', within });
  }

  close(): void {
    this.response.destroy();
  }

  private take(chunk: string): void {
    this.text += chunk;
    this.unread += chunk;
    const whole = this.unread.lastIndexOf('\n\n') + 2;
    if (whole < 2) return;
    const data = this.unread.slice(0, whole).matchAll(/^event: changed\ndata: (.*)\n\n/gm);
    for (const [, one] of data) this.changes.push(JSON.parse(one!) as Changed);
    this.unread = this.unread.slice(whole);
  }
}
