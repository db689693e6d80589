/** One reader of the stream, and how it goes over the wire: server-sent events, as the HTML standard has them. */
import type { FastifyReply } from 'fastify';
import type { Shown } from '../http/authentication.js';
import type { Changed } from './stream.schemas.js';

/** A reader that is so far behind is better off reading everything again. */
const MOST_UNREAD_BYTES = 64 * 1024;
const COME_BACK_MS = 300;

export class EventStream {
  private constructor(
    private readonly response: FastifyReply['raw'],
    readonly shown: Shown,
  ) {}

  /** The answer begins, and is not over until somebody ends it. */
  static open(reply: FastifyReply, shown: Shown): EventStream {
    const { raw } = reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // nginx keeps answers back until they are over, unless it is told.
      'x-accel-buffering': 'no',
      connection: 'close',
    });
    raw.write(`retry: ${COME_BACK_MS}\n\n`);
    return new EventStream(raw, shown);
  }

  onClose(then: () => void): void {
    this.response.once('close', then);
  }

  tell(changes: readonly Changed[]): void {
    this.write(changes.map((change) => `event: changed\ndata: ${JSON.stringify(change)}\n\n`).join(''));
  }

  /** Says nothing, so that nobody on the way takes the silence for the end. */
  keepUp(): void {
    this.write(':\n\n');
  }

  end(): void {
    this.response.end();
  }

  private write(text: string): void {
    if (this.response.writableEnded || text === '') return;
    this.response.write(text);
    if (this.response.writableLength > MOST_UNREAD_BYTES) this.response.destroy();
  }
}
