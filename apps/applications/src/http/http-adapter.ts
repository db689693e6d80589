/** Fastify as this API needs it: its doors, its bodies, its request ids, its log. */
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Foundation } from '../foundation.module.js';
import { servePages } from '../web/web-pages.js';
import { admitCandidates } from './admission.js';
import { MEBIBYTE, readBodies } from './bodies.js';
import { refuseBrokenRequests, refuseUnroutable, requireHost } from './broken-requests.js';
import { compressAnswers } from './compression.js';
import { refuseUnknownPaths } from './known-paths.js';
import { securityHeaders } from './security-headers.js';
import { limitSignIns } from './sign-in-limit.js';

/** However slow a line is: a request is there within five minutes, its head within one. */
const PATIENCE_MS = 300_000;

export function createHttpAdapter({ env, logger, database, site }: Foundation): FastifyAdapter {
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
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ ...securityHeaders(request.url), vary: 'accept-encoding', 'x-request-id': request.id });
    requireHost(request.raw);
    done();
  });
  servePages(fastify, site, env);
  refuseUnknownPaths(fastify);
  limitSignIns(fastify);
  admitCandidates(fastify, database, site);
  compressAnswers(fastify);
  readBodies(fastify);
  fastify.addHook('onResponse', (request, reply, done) => {
    logger.debug(lineOf(request, reply.statusCode, reply.elapsedTime), 'request');
    done();
  });
  return adapter;
}

const lineOf = (request: FastifyRequest, status: number, milliseconds: number) => ({
  requestId: request.id,
  method: request.method,
  route: request.routeOptions.url,
  status,
  milliseconds: Math.round(milliseconds),
});
