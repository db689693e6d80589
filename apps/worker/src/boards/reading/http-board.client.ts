/** Boards over HTTP(S), through the guard: few redirects, each checked, a limit on time and on bytes, packed and unpacked. */
import http from 'node:http';
import https from 'node:https';
import { ofBoard, type Sentence } from '@app/contracts';
import type { OutboundGuard } from '@app/platform';
import { exchange, failureOf, waitAskedBy } from '../../http/exchange.js';
import { BoardClient, type PageAnswer, type PageRequest } from './board.client.js';
import { UnreadableBoard } from './connectors/connector.js';
import { readBody } from './response-body.js';

export interface BoardLimits {
  timeMs: number;
  bytes: number;
}

const LIMITS: BoardLimits = { timeMs: 30_000, bytes: 30_000_000 };
const MOST_REDIRECTS = 3;
const LONGEST_WAIT_SECONDS = 6 * 3_600;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export class HttpBoardClient extends BoardClient {
  private readonly trustedHttp = new http.Agent({ keepAlive: true, timeout: 4_000 });
  private readonly trustedHttps = new https.Agent({ keepAlive: true, timeout: 4_000 });

  constructor(
    private readonly guard: OutboundGuard,
    private readonly userAgent: string,
    private readonly limits: BoardLimits = LIMITS,
  ) {
    super();
  }

  override async get(request: PageRequest): Promise<PageAnswer> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), this.limits.timeMs);
    const late = () => failed(ofBoard('no_answer_in_time', { seconds: this.limits.timeMs / 1000 }));
    try {
      const answer = await this.follow(request, limit.signal);
      // A body that ends with its connection ends without an error when we close it.
      return limit.signal.aborted ? late() : answer;
    } catch (error) {
      return limit.signal.aborted ? late() : failed(whyOf(error));
    } finally {
      clearTimeout(timer);
    }
  }

  private async follow(request: PageRequest, signal: AbortSignal): Promise<PageAnswer> {
    let url = new URL(request.url);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const response = await this.ask(url, request, request.trusted && hop === 0, signal);
      if (!REDIRECTS.has(response.statusCode ?? 0))
        return await this.answerOf(response, request, hop > 0 ? url.href : null);
      response.destroy();
      const target = URL.parse(response.headers.location ?? '', url.href);
      if (target === null) return failed(ofBoard('redirects_nowhere'));
      if (!mayFollow(url, target)) {
        return failed(ofBoard('redirects_without_https', { from: url.host, to: target.host }));
      }
      url = target;
    }
    return failed(ofBoard('too_many_redirects', { most: MOST_REDIRECTS }));
  }

  private async ask(url: URL, request: PageRequest, trusted: boolean, signal: AbortSignal) {
    const secure = url.protocol === 'https:';
    const options: https.RequestOptions = {
      agent: trusted ? (secure ? this.trustedHttps : this.trustedHttp) : this.guard.agentFor(url),
      signal,
      headers: {
        'user-agent': this.userAgent,
        accept: request.accept,
        'accept-encoding': 'gzip, br',
        ...(request.etag && { 'if-none-match': request.etag }),
        ...(request.lastModified && { 'if-modified-since': request.lastModified }),
      },
    };
    return await exchange(url, options);
  }

  private async answerOf(
    response: http.IncomingMessage,
    request: PageRequest,
    movedTo: string | null,
  ): Promise<PageAnswer> {
    const { statusCode: status = 0, headers } = response;
    if (status === 200) {
      const body = await readBody(response, this.limits.bytes);
      const validators = { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null };
      return { kind: 'page', body, ...validators, movedTo };
    }
    response.destroy();
    if (status === 304 && (request.etag ?? request.lastModified) !== null) return { kind: 'not_modified' };
    const [why, moved] = [ofBoard('answered', { status }), movedTo !== null];
    if (status === 404 || status === 410) return { kind: 'gone', why, moved };
    return { ...failed(why, waitAskedBy(response), status), moved };
  }
}

function mayFollow(from: URL, to: URL): boolean {
  const host = (url: URL) => url.host.replace(/^www\./, '');
  return to.protocol === 'https:' || (from.protocol === 'http:' && host(from) === host(to));
}

function failed(why: Sentence, waitMs?: number, status: number | null = null): PageAnswer & { kind: 'failed' } {
  const seconds = waitMs === undefined ? null : Math.min(LONGEST_WAIT_SECONDS, Math.ceil(waitMs / 1000));
  return { kind: 'failed', why, retryAfterSeconds: seconds, status, moved: false };
}

const whyOf = (error: unknown): Sentence => (error instanceof UnreadableBoard ? error.said : failureOf(error));
