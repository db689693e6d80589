/** Fastify with the body parsers of this API: strict JSON everywhere, CSV for imports, nothing else. */
import type { Database } from '@app/database';
import type { Logger } from '@app/platform';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { admitCandidates } from './admission.js';
import { refuseBrokenRequests, refuseUnroutable, requireHost } from './broken-requests.js';
import { compressAnswers } from './compression.js';
import { refuseUnknownPaths } from './known-paths.js';
import { RequestRefused } from './problem.js';
import { securityHeaders } from './security-headers.js';

const MEBIBYTE = 1_048_576;
const IMPORTS = '/api/v1/imports';

/** However slow a line is: a request is there within five minutes, its head within one. */
const PATIENCE_MS = 300_000;

export function createHttpAdapter({ logger, database }: { logger: Logger; database: Database }): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: MEBIBYTE,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 256 },
    requestTimeout: PATIENCE_MS,
    http: { requireHostHeader: false, connectionsCheckingInterval: 1_000 },
    frameworkErrors: refuseUnroutable,
  });
  const fastify: FastifyInstance = adapter.getInstance();
  refuseBrokenRequests(fastify.server);
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(/^application\/(?:[\w.-]+\+)?json$/i, { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJson(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: 10 * MEBIBYTE }, (_request, body, done) =>
    done(null, body),
  );
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ ...securityHeaders(request.url), vary: 'accept-encoding', 'x-request-id': request.id });
    requireHost(request.raw);
    done();
  });
  refuseUnknownPaths(fastify);
  admitCandidates(fastify, database);
  compressAnswers(fastify);
  fastify.addHook('preParsing', (request, _reply, _body, done) => {
    const isFile = request.mediaType === 'text/csv' && request.routeOptions.url !== IMPORTS;
    done(
      isFile
        ? new RequestRefused(415, 'unsupported_media_type', 'CSV is taken by imports only. Send JSON here.')
        : null,
    );
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    logger.debug(lineOf(request, reply.statusCode, reply.elapsedTime), 'request');
    done();
  });
  return adapter;
}

/** No body is no value; bytes that are not UTF-8 are refused, so that text is kept as it was sent or not at all. */
function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    throw new RequestRefused(400, 'malformed_json', 'The body is not JSON in UTF-8. Nothing was changed.', {
      errors: [{ pointer: '', detail: 'must be JSON', code: 'malformed_json' }],
    });
  }
}

const lineOf = (request: FastifyRequest, status: number, milliseconds: number) => ({
  requestId: request.id,
  method: request.method,
  route: request.routeOptions.url,
  status,
  milliseconds: Math.round(milliseconds),
});
