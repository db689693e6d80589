/** Refuses who fails to sign in again and again, before a body is read. In memory: no secret of ours can be guessed; it spares the database. */
import { refusal } from '@app/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestRefused } from './problem.js';
import { SignInAttempts } from './sign-in-attempts.js';

const LIMITS = { atOnce: 20, everyMs: 3_000 };

const isSignIn = ({ method, routeOptions }: FastifyRequest): boolean =>
  method === 'POST' && routeOptions.url === '/api/v1/session';

export function limitSignIns(fastify: FastifyInstance): void {
  const attempts = new SignInAttempts(LIMITS);
  fastify.addHook('onRequest', (request, _reply, done) => {
    const waitMs = isSignIn(request) ? attempts.take(addressOf(request)) : 0;
    done(waitMs === 0 ? undefined : tooMany(Math.ceil(waitMs / 1_000)));
  });
  fastify.addHook('onResponse', (request, { statusCode }, done) => {
    if (isSignIn(request) && statusCode !== 401 && statusCode !== 429) attempts.giveBack(addressOf(request));
    done();
  });
}

/** Of who speaks to us: a proxy, where there is one. */
const addressOf = ({ socket }: FastifyRequest) => socket.remoteAddress ?? '';

const tooMany = (seconds: number) =>
  new RequestRefused(429, refusal('too_many_sign_ins', { seconds }), { headers: { 'retry-after': String(seconds) } });
