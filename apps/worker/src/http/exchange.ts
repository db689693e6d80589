/** One HTTP(S) request and the head of its answer. Whose agent is asked decides what may be reached. */
import http from 'node:http';
import https from 'node:https';
import { asWritten, type Sentence } from '@app/contracts';
import { OutboundRefused } from '@app/platform';
import { parseRetryAfter } from './retry-after.js';

export type ExchangeOptions = Pick<https.RequestOptions, 'agent' | 'signal' | 'headers' | 'method'>;

/** Ends with the connection's error, or when it was closed without an answer. */
export async function exchange(url: URL, options: ExchangeOptions, body?: Buffer): Promise<http.IncomingMessage> {
  for (;;) {
    const outgoing = (url.protocol === 'https:' ? https : http).request(url, options);
    try {
      return await responseTo(outgoing.end(body));
    } catch (error) {
      // The server closed an idle connection just as it was taken from the pool. Each turn uses up one of these.
      const wasIdle = outgoing.reusedSocket && codeOf(error) === 'ECONNRESET';
      if (!wasIdle || options.signal?.aborted === true) throw error;
    }
  }
}

/** Milliseconds that the server asks to wait (RFC 9110, 10.2.3); undefined when it says nothing readable. */
export function waitAskedBy({ headers }: http.IncomingMessage): number | undefined {
  return parseRetryAfter(headers['retry-after'] ?? '', new Date());
}

/** Node's own connection messages carry the address, which is nobody's business: their code says enough. */
export function failureOf(error: unknown): Sentence {
  if (error instanceof OutboundRefused) return { code: error.code, facts: { ...error.facts } };
  if (error instanceof ClosedWithoutAnswer) return { code: 'closed_without_answer', facts: {} };
  const code = codeOf(error);
  if (code !== undefined) return { code: 'connection_failed', facts: { error: code } };
  return asWritten(error instanceof Error ? error.message : String(error));
}

class ClosedWithoutAnswer extends Error {}

function codeOf(error: unknown): string | undefined {
  const coded = typeof error === 'object' && error !== null && 'code' in error;
  return coded && typeof error.code === 'string' ? error.code : undefined;
}

function responseTo(outgoing: http.ClientRequest): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.on('error', reject);
    // A server that answers 101 ends the connection with neither a response nor an error.
    outgoing.once('close', () => reject(new ClosedWithoutAnswer()));
  });
}
