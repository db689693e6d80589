/** Who comes in: whoever has a token or a session, a few requests at a time; decided on the head of a request, before a body is read. */
import { refusal } from '@app/contracts';
import type { Database } from '@app/database';
import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticate, type CandidateRequest } from './authentication.js';
import { Public } from './caller-guard.js';
import { InFlight, type Place } from './in-flight.js';
import { RequestRefused } from './problem.js';
import type { Site } from './site.js';

const LIMITS = { atOnce: 6, waiting: 32 };
const OF_THE_API = /^\/api\/v1\//;
const NO_PLACE = Symbol('no place');
/** The configuration of a route that lasts: it is counted by whoever answers it, and does no work meanwhile. */
export const HOLDS_NO_PLACE = { [NO_PLACE]: true };
const OPEN = Symbol('open');
/** For a route of the API that anybody may ask: nobody's place is taken, and the guard lets it by. */
export const OpenToAll = () => applyDecorators(Public(), RouteConfig({ [OPEN]: true }));

export function admitCandidates(fastify: FastifyInstance, database: Database, site: Site): void {
  const inFlight = new InFlight(LIMITS);
  const places = new WeakMap<FastifyRequest, Place>();
  const handled = new WeakSet<FastifyReply>();

  fastify.addHook('onRequest', async (request, reply) => {
    const { url = '', config } = request.routeOptions;
    if (!OF_THE_API.test(url) || OPEN in config) return;
    const shown = await authenticate(database, site, request);
    const { candidateId } = shown;
    Object.assign(request as CandidateRequest, { candidateId, shown });
    if (NO_PLACE in config) return;
    if (inFlight.isFull(candidateId)) throw tooManyAtOnce();
    const place = inFlight.enter(candidateId);
    places.set(request, place);
    // Refused on the way, or hung up. What runs keeps its place to its end, whether somebody still listens or not.
    const leave = () => handled.has(reply) || place.leave();
    reply.raw.once('finish', leave).once('close', leave);
    if (reply.raw.destroyed) place.leave();
    if (!(await place.isIts)) reply.hijack();
  });

  fastify.addHook('onRoute', (route) => {
    if (!OF_THE_API.test(route.url)) return;
    const { handler } = route;
    route.handler = async function handleInPlace(request, reply) {
      handled.add(reply);
      try {
        return await handler.call(this, request, reply);
      } finally {
        places.get(request)?.leave();
      }
    };
  });
}

const tooManyAtOnce = () =>
  new RequestRefused(429, refusal('too_many_requests', { most: LIMITS.atOnce + LIMITS.waiting }), {
    headers: { 'retry-after': '1' },
  });
