/**
 * What is refused before any route is asked: bytes that are no HTTP, an expectation nobody meets, a path that is no URL. Such an
 * answer is written by hand, since there is no request to reply to.
 */
import { refusal } from '@app/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemOf, sendProblem, type Shown } from './problem-answer.js';
import { RequestRefused } from './problem.js';

const malformed: Shown = {
  status: 400,
  said: refusal('malformed_request'),
};
const tooManyBytes: Shown = {
  status: 431,
  said: refusal('request_header_fields_too_large'),
};
const chunksTooLarge: Shown = {
  status: 413,
  said: refusal('body_too_large', { of: 'chunk' }),
};
const tooSlow: Shown = {
  status: 408,
  said: refusal('request_timeout'),
};
const noExpectations: Shown = {
  status: 417,
  said: refusal('expectation_failed'),
};
const allow = 'DELETE, GET, HEAD, PATCH, POST';
const noTunnels: Shown = {
  status: 405,
  said: refusal('method_not_allowed', { method: 'CONNECT', path: null, allow }),
  headers: { allow },
};

/** By what Node's parser says of it. */
const REFUSALS: Record<string, Shown> = {
  HPE_HEADER_OVERFLOW: tooManyBytes,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: chunksTooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: tooSlow,
};

/** Found by the router of Fastify. */
export function refuseUnroutable(error: { code?: string }, _request: FastifyRequest, reply: FastifyReply): void {
  const shown: Shown =
    error.code === 'FST_ERR_MAX_PARAM_LENGTH'
      ? { status: 414, said: refusal('uri_too_long') }
      : { status: 400, said: refusal('malformed_url') };
  sendProblem(reply, shown);
}

/** RFC 9112, 3.2: one Host, and none in HTTP/1.0 only. */
export function requireHost({ rawHeaders, httpVersion }: IncomingMessage): void {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
  if (hosts === 1 || (hosts === 0 && httpVersion === '1.0')) return;
  throw new RequestRefused(400, refusal('host_required'));
}

/** For a server that has just been made. */
export function refuseBrokenRequests(server: Server): void {
  const answering = new WeakMap<Socket, ServerResponse>();
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    answering.set(request.socket, response);
  });
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const { status, headers, body } = rawAnswer(noExpectations);
    response.writeHead(status, headers).end(body);
  });
  server.on('connect', (_request: IncomingMessage, socket: Socket) => refuse(socket, noTunnels));

  server.removeAllListeners('clientError').on('clientError', (error: ConnectionError, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const shown = REFUSALS[error.code ?? ''] ?? malformed;
    const current = answering.get(socket);
    if (current === undefined || current.writableFinished) return refuse(socket, shown);
    if (current.headersSent) return void socket.destroy();
    // What is broken came after a request that is whole: that one has its answer first.
    if (current.req.complete) return void current.once('finish', () => refuse(socket, shown));
    refuse(socket, shown);
  });
}

type ConnectionError = Error & { code?: string };

function refuse(socket: Socket, shown: Shown): void {
  const { status, headers, body } = rawAnswer(shown);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`, () => socket.destroy());
}

function rawAnswer(shown: Shown): { status: number; headers: Record<string, string>; body: string } {
  const { answer, headers } = problemOf(shown, randomUUID());
  const body = JSON.stringify(answer);
  const frame = { 'content-length': String(Buffer.byteLength(body)), connection: 'close' };
  return { status: shown.status, headers: { ...headers, ...frame }, body };
}
