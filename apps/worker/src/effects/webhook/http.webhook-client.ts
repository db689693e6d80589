/** Webhooks over HTTP(S), through the guard, with an end to everything a receiver can draw out. */
import type { IncomingMessage } from 'node:http';
import { OutboundRefused, type OutboundGuard } from '@app/platform';
import { exchange, failureOf, waitAskedBy } from '../../http/exchange.js';
import { WebhookClient, type WebhookAnswer, type WebhookRequest } from './webhook.client.js';

const TIME_LIMIT_MS = 20_000;
const BODY_LIMIT_BYTES = 20_000;
const EXCERPT_CHARACTERS = 2_000;

export class HttpWebhookClient extends WebhookClient {
  constructor(
    private readonly guard: OutboundGuard,
    private readonly version: string,
    private readonly timeLimitMs = TIME_LIMIT_MS,
  ) {
    super();
  }

  override async post(request: WebhookRequest): Promise<WebhookAnswer> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), this.timeLimitMs);
    try {
      const response = await this.send(request, limit.signal);
      return {
        kind: 'status',
        status: response.statusCode ?? 0,
        retryAfterMs: waitAskedBy(response),
        excerpt: await excerptOf(response),
      };
    } catch (error) {
      return limit.signal.aborted ? { kind: 'timeout', excerpt: '' } : failure(error);
    } finally {
      clearTimeout(timer);
    }
  }

  private send({ headers, ...request }: WebhookRequest, signal: AbortSignal): Promise<IncomingMessage> {
    const url = new URL(request.url);
    const body = Buffer.from(request.body);
    const own = {
      'content-type': 'application/json',
      'content-length': body.length,
      'accept-encoding': 'identity',
      'user-agent': `Rekindle/${this.version}`,
    };
    const agent = this.guard.agentFor(url);
    return exchange(url, { method: 'POST', agent, signal, headers: { ...headers, ...own } }, body);
  }
}

/** The status line is the answer: a body that stalls, breaks off or never ends only shortens the excerpt. */
async function excerptOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= BODY_LIMIT_BYTES) break;
    }
  } catch {
    response.destroy();
  }
  const text = Buffer.concat(chunks).toString('utf8');
  // Postgres stores no NUL in text.
  return Array.from(text).slice(0, EXCERPT_CHARACTERS).join('').replaceAll('\0', '\uFFFD');
}

function failure(error: unknown): WebhookAnswer {
  const isRefused = error instanceof OutboundRefused && error.code !== 'host_unresolvable';
  return { kind: isRefused ? 'refused' : 'unreachable', why: failureOf(error), excerpt: '' };
}
