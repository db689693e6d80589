/** Refuses a path that does not exist, and one that exists for other verbs, before anybody reads a body for it. */
import { refusal } from '@app/contracts';
import type { FastifyInstance } from 'fastify';
import { RequestRefused } from './problem.js';

/** In a pattern; the name of a file may hold some. */
const SPECIAL = /[\\^$.+?()[\]{}|]/g;

export function refuseUnknownPaths(fastify: FastifyInstance): void {
  const routes: { pattern: RegExp; method: string }[] = [];

  fastify.addHook('onRoute', ({ url, method }) => {
    const path = url.replaceAll(SPECIAL, '\\$&').replaceAll(/:\w+/g, '[^/]+').replaceAll('*', '.*');
    const pattern = new RegExp(`^${path}$`);
    for (const one of [method].flat()) routes.push({ pattern, method: one });
  });

  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!request.is404) return done();
    const path = request.url.split('?', 1)[0] ?? '';
    const known = routes.filter(({ pattern }) => pattern.test(path)).map((route) => route.method);
    const allow = [...new Set(known)].sort().join(', ');
    const { method } = request;
    if (allow === '') return done(new RequestRefused(404, refusal('not_found', { what: 'path', method, path })));
    done(new RequestRefused(405, refusal('method_not_allowed', { method, path, allow }), { headers: { allow } }));
  });
}
