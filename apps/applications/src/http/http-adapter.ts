/** Fastify as this API needs it: its bodies, its request ids, its log. */
import type { Logger } from '@app/platform';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { MEBIBYTE, readBodies } from './bodies.js';
import { refuseWrongMethods } from './known-paths.js';

export function createHttpAdapter(logger: Logger): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: MEBIBYTE,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 256 },
  });
  const fastify: FastifyInstance = adapter.getInstance();
  readBodies(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  refuseWrongMethods(fastify);
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
