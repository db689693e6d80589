/** The app: its files as they were built, and its one page for every address that a reader may open. */
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Env } from '../env.js';
import type { Site } from '../http/site.js';
import { elsewherePage, notBuiltPage, PLAIN_POLICY } from './plain-page.js';
import { reached } from './reached.policy.js';

const PAGE = 'index.html';
/** What has its content in its name. */
const ASSETS = `${sep}assets${sep}`;
const OF_OTHERS = /^\/(?:api|health|captured-mail|assets)(?:[/?]|$)/;

/** Of the page, and of a worker that it starts, which is bound by what its own file came with. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "worker-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Before unknown paths are refused. */
export function servePages(fastify: FastifyInstance, site: Site, { WEB_DIR }: Env): void {
  const isBuilt = existsSync(join(WEB_DIR, PAGE));
  if (isBuilt) serveFiles(fastify, WEB_DIR);

  fastify.addHook('onRequest', async (request, reply) => {
    if (!isForPage(request)) return;
    const { url, headers } = request;
    const came = reached(firstOf(headers['x-forwarded-host']) ?? headers.host, site.host);
    if (came === 'elsewhere') return sendPlain(reply, 421, elsewherePage(site));
    if (came !== 'here') {
      return reply.header('cache-control', 'no-store').redirect(`${site.origin}${url}`, 307);
    }
    // At the addresses of both, who asks for JSON gets another answer.
    void reply.header('vary', 'accept, accept-encoding');
    return isBuilt ? reply.sendFile(PAGE) : sendPlain(reply, 503, notBuiltPage());
  });
}

function serveFiles(fastify: FastifyInstance, root: string): void {
  void fastify.register(fastifyStatic, {
    root,
    // A route for each file, so that every other path is as unknown as before.
    wildcard: false,
    index: false,
    preCompressed: true,
    globIgnore: ['**/*.{br,gz}', PAGE],
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('content-security-policy', POLICY);
      void reply.header('cache-control', path.includes(ASSETS) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** Read by the app at the addresses that programs read: what a browser opens is the page. */
const OF_BOTH = /^\/captured-mail(?:\/[^./?]+)?(?:\?|$)/;

/** Whoever asks for anything else than a page, such as a program or a script, is told that there is none. */
function isForPage({ method, is404, url, headers }: FastifyRequest): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || !(OF_BOTH.test(url) || (is404 && !OF_OTHERS.test(url)))) return false;
  return /\btext\/html\b/i.test(headers.accept ?? '');
}

const firstOf = (header: string | string[] | undefined): string | undefined =>
  [header].flat()[0]?.split(',')[0]?.trim() || undefined;

function sendPlain(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply
    .status(status)
    .headers({ 'content-security-policy': PLAIN_POLICY, 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(page);
}
