/**
 * A browser sends the cookie of a session along with whatever any page asks for. So what changes something is taken from pages of
 * this installation only; `SameSite=Lax` and the media types of bodies, which no foreign form can send, stand behind it.
 */
import { refusal } from '@app/contracts';
import type { FastifyRequest } from 'fastify';
import { RequestRefused } from './problem.js';
import type { Site } from './site.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const FROM_HERE = new Set(['same-origin', 'none']);

/** For requests that a cookie speaks for: a browser always says whose page it is that changes something. */
export function requireOwnPage(request: FastifyRequest, site: Site): void {
  if (SAFE.has(request.method)) return;
  if (request.headers.origin === undefined) throw foreign(site);
  refuseForeignPage(request, site);
}

/** For requests that programs send as well, who say nothing of pages. */
export function refuseForeignPage({ headers }: FastifyRequest, site: Site): void {
  const from = headers['sec-fetch-site'];
  const isOwn = headers.origin === undefined || headers.origin === site.origin;
  if (!isOwn || (from !== undefined && !FROM_HERE.has(String(from)))) throw foreign(site);
}

const foreign = ({ url }: Site) => new RequestRefused(403, refusal('foreign_origin', { url }));
