/** A real HTTP receiver of webhooks: it records what arrives and answers as scripted, badly if need be. */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedWebhook {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Settles when the connection it came over is gone. */
  disconnected: Promise<void>;
}

export type ScriptedAnswer =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string | Buffer }
  | { kind: 'silence' }
  | { kind: 'reset' }
  | { kind: 'slow-headers' }
  | { kind: 'stalled-body'; status: number; body: string }
  | { kind: 'endless-body'; status: number };

const DELIVERED: ScriptedAnswer = { kind: 'status', status: 204 };

export class WebhookReceiver {
  readonly requests: ReceivedWebhook[] = [];
  /** Every TCP connection, also one that brought no request. */
  connections = 0;

  private readonly server: Server;
  private readonly script: ScriptedAnswer[] = [];
  private readonly waiting: ((request: ReceivedWebhook) => void)[] = [];
  private readonly disconnected = new WeakMap<object, Promise<void>>();
  private taken = 0;

  private constructor() {
    this.server = createServer((request, response) => void this.receive(request, response));
    this.server.on('connection', (socket) => {
      this.connections += 1;
      this.disconnected.set(socket, new Promise((resolve) => socket.once('close', () => resolve())));
    });
  }

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await new Promise<void>((ready) => receiver.server.listen(0, '127.0.0.1', ready));
    return receiver;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  /** One answer per request, in order; 204 once they are used up. */
  answerWith(...answers: ScriptedAnswer[]): void {
    this.script.push(...answers);
  }

  /** The next request not yet taken, in order of arrival. */
  next(withinMs = 15_000): Promise<ReceivedWebhook> {
    const arrived = this.requests[this.taken];
    this.taken += 1;
    if (arrived) return Promise.resolve(arrived);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`No webhook arrived within ${withinMs} ms.`)), withinMs);
      this.waiting.push((request) => {
        clearTimeout(timer);
        resolve(request);
      });
    });
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const received: ReceivedWebhook = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks),
      disconnected: this.disconnected.get(request.socket) ?? Promise.resolve(),
    };
    this.requests.push(received);
    answer(response, this.script.shift() ?? DELIVERED);
    this.waiting.shift()?.(received);
  }
}

function answer(response: ServerResponse, scripted: ScriptedAnswer): void {
  switch (scripted.kind) {
    case 'status':
      response.writeHead(scripted.status, scripted.headers).end(scripted.body);
      return;
    case 'silence':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'slow-headers':
      response.socket?.write('HTTP/1.1 200 OK\r\n');
      untilClosed(response, 20, (n) => response.socket?.write(`x-slow-${n}: 1\r\n`));
      return;
    case 'stalled-body':
      response.writeHead(scripted.status, { 'content-length': scripted.body.length + 1 }).write(scripted.body);
      return;
    case 'endless-body':
      response.writeHead(scripted.status);
      untilClosed(response, 1, () => response.write('x'.repeat(4_096)));
  }
}

function untilClosed(response: ServerResponse, everyMs: number, act: (n: number) => void): void {
  let n = 0;
  const timer = setInterval(() => act((n += 1)), everyMs);
  response.once('close', () => clearInterval(timer));
}
