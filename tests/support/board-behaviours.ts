/** How a board misbehaves. */
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export type Behaviour =
  | { kind: 'healthy' }
  /** Says that it has more than it shows; one that pages gives the same page again and again. */
  | { kind: 'truncated' }
  | { kind: 'collapsed'; to: number }
  | { kind: 'throttled'; retryAfter: string; status?: 429 | 503 }
  | { kind: 'redirect'; to: string; status?: number }
  | { kind: 'vanished'; status?: 404 | 410 }
  /** Personio's switch: the feed vanishes, the page for people stays. */
  | { kind: 'feed-off' }
  | { kind: 'status'; status: number }
  | { kind: 'html' }
  | { kind: 'half' }
  | { kind: 'broken-off' }
  | { kind: 'error-body'; body: string }
  | { kind: 'raw'; body: Buffer; headers: OutgoingHttpHeaders }
  | { kind: 'huge'; megabytes: number }
  | { kind: 'packed'; coding: 'gzip' | 'br'; megabytes?: number }
  | { kind: 'slow-body' }
  | { kind: 'silence' }
  | { kind: 'reset' };

const MEGABYTE = 1_000_000;
const BLOCK = Buffer.alloc(MEGABYTE, ' ');

export interface Healthy {
  body: string;
  headers: OutgoingHttpHeaders;
}

export function respond(response: ServerResponse, behaviour: Behaviour, { body, headers }: Healthy): void {
  switch (behaviour.kind) {
    case 'healthy':
    case 'truncated':
    case 'collapsed':
    case 'feed-off':
      response.writeHead(200, headers).end(body);
      return;
    case 'throttled':
      response.writeHead(behaviour.status ?? 429, { 'retry-after': behaviour.retryAfter }).end('Too many requests');
      return;
    case 'redirect':
      response.writeHead(behaviour.status ?? 302, { location: behaviour.to }).end();
      return;
    case 'vanished':
    case 'status':
      response.writeHead(behaviour.status ?? 404, { 'content-type': 'application/json' }).end('{"error":"gone"}');
      return;
    case 'html':
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!DOCTYPE html><html><body>Just a moment...</body></html>');
      return;
    case 'half':
      response.writeHead(200, headers).end(body.slice(0, Math.floor(body.length / 2)));
      return;
    case 'broken-off':
      response
        .writeHead(200, { ...headers, 'content-length': Buffer.byteLength(body) + 10 })
        .write(body, () => response.destroy());
      return;
    case 'error-body':
      response.writeHead(200, headers).end(behaviour.body);
      return;
    case 'raw':
      response.writeHead(200, behaviour.headers).end(behaviour.body);
      return;
    case 'huge':
      response.writeHead(200, headers);
      pour(response, behaviour.megabytes);
      return;
    case 'packed': {
      const pack = behaviour.coding === 'gzip' ? gzipSync : brotliCompressSync;
      const text = behaviour.megabytes === undefined ? body : ' '.repeat(behaviour.megabytes * MEGABYTE);
      response.writeHead(200, { ...headers, 'content-encoding': behaviour.coding }).end(pack(text));
      return;
    }
    case 'slow-body':
      response.writeHead(200, headers);
      drip(response);
      return;
    case 'silence':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
  }
}

/** As fast as it is read, and no further than until it is left. */
function pour(response: ServerResponse, megabytes: number): void {
  if (megabytes === 0) response.end();
  else if (!response.destroyed) response.write(BLOCK, () => pour(response, megabytes - 1));
}

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write(' '), 20);
  response.once('close', () => clearInterval(timer));
}
