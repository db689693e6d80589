/** Whose request it is: by a token in `Authorization`, or by the cookie of a session. Where both come, the first decides alone. */
import { refusal, type RequestSentences } from '@app/contracts';
import type { CredentialHolder, CredentialKind, Database } from '@app/database';
import { isWholeSecret, secretHash } from '@app/platform';
import type { FastifyRequest } from 'fastify';
import { requireOwnPage } from './origin.js';
import { RequestRefused } from './problem.js';
import { SESSION_PREFIX, sessionIn } from './session-cookie.js';
import type { Site } from './site.js';

/** What somebody came in with. */
export interface Shown extends CredentialHolder {
  kind: CredentialKind;
}

export interface CandidateRequest extends FastifyRequest {
  candidateId: string;
  shown: Shown;
}

export async function authenticate(database: Database, site: Site, request: FastifyRequest): Promise<Shown> {
  const { authorization } = request.headers;
  return authorization === undefined ? bySession(database, site, request) : byToken(database, authorization);
}

async function byToken(database: Database, authorization: string): Promise<Shown> {
  const token = /^Bearer +([!-~]+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw unauthenticated('nothing');
  const holder = await database.callerOf(secretHash(token), 'token');
  if (holder === null) throw unauthenticated('token');
  return { ...holder, kind: 'token' };
}

async function bySession(database: Database, site: Site, request: FastifyRequest): Promise<Shown> {
  const secret = sessionIn(request, site);
  if (secret === undefined) throw unauthenticated('nothing');
  requireOwnPage(request, site);
  const isWhole = isWholeSecret(secret, SESSION_PREFIX);
  const holder = isWhole ? await database.callerOf(secretHash(secret), 'session') : null;
  if (holder === null) throw unauthenticated('session');
  return { ...holder, kind: 'session' };
}

export const CHALLENGE = 'Bearer realm="rekindle"';

export function unauthenticated(by: RequestSentences['unauthenticated']['by']): RequestRefused {
  const challenge = by === 'token' ? `${CHALLENGE}, error="invalid_token"` : CHALLENGE;
  return new RequestRefused(401, refusal('unauthenticated', { by }), { headers: { 'www-authenticate': challenge } });
}
