/**
 * Answers over 1 KiB go compressed to whoever takes that. Not so where a secret may stand beside words of the caller's choosing: the
 * length of such an answer tells of the secret (BREACH).
 */
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

const SHOWS_SECRETS = /^\/api\/v1\/webhook-endpoints(?:\/|$)/;

export function compressAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (SHOWS_SECRETS.test(route.url)) route.compress = false;
  });
  void fastify.register(compress, { encodings: ['br', 'gzip'], threshold: 1024, globalDecompression: false });
}
