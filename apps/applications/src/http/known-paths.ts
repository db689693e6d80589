/** Tells a path that does not exist from one that exists for other verbs. */
import type { FastifyInstance } from 'fastify';
import { RequestRefused } from './problem.js';

export function refuseWrongMethods(fastify: FastifyInstance): void {
  const methodsOf = new Map<string, { pattern: RegExp; methods: Set<string> }>();

  fastify.addHook('onRoute', ({ url, method }) => {
    const pattern = new RegExp(`^${url.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`);
    const known = methodsOf.get(url) ?? { pattern, methods: new Set() };
    for (const one of [method].flat()) known.methods.add(one);
    methodsOf.set(url, known);
  });

  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!request.is404) return done();
    const path = request.url.split('?', 1)[0] ?? '';
    const known = [...methodsOf.values()].filter(({ pattern }) => pattern.test(path));
    const allow = [...new Set(known.flatMap(({ methods }) => [...methods]))].sort().join(', ');
    if (allow === '') return done();
    const detail = `${request.method} is not known at ${path}. It takes ${allow}.`;
    done(new RequestRefused(405, 'method_not_allowed', detail, { headers: { allow } }));
  });
}
