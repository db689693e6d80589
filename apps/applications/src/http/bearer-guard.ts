/** Lets nobody in without a token, and says whose request it is. */
import type { Database } from '@app/database';
import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { RequestRefused } from './problem.js';

export interface CandidateRequest extends FastifyRequest {
  candidateId: string;
}

const IS_PUBLIC = Symbol('public');
/** Open to everybody. */
export const Public = () => SetMetadata(IS_PUBLIC, true);

/** Only hashes are stored and compared: how long a comparison takes tells nothing about a token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Whose request it is. */
export async function authenticate(database: Database, { headers }: FastifyRequest): Promise<string> {
  const token = /^Bearer +([!-~]+)$/i.exec(headers.authorization ?? '')?.[1];
  const candidateId = token === undefined ? null : await database.candidateOfToken(tokenHash(token));
  if (candidateId === null) throw unauthenticated(token !== undefined);
  return candidateId;
}

/** A route that is neither public nor under `/api/v1/`, where `admission.ts` has asked already, is open to nobody. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.getAllAndOverride(IS_PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const { candidateId } = context.switchToHttp().getRequest<Partial<CandidateRequest>>();
    if (candidateId === undefined) throw unauthenticated(false);
    return true;
  }
}

function unauthenticated(tokenGiven: boolean): RequestRefused {
  const detail = tokenGiven
    ? 'The token is not known here. Use the one that the service was started with.'
    : 'This needs a token: send Authorization: Bearer <token>.';
  const challenge = tokenGiven ? 'Bearer realm="rekindle", error="invalid_token"' : 'Bearer realm="rekindle"';
  return new RequestRefused(401, 'unauthenticated', detail, { headers: { 'www-authenticate': challenge } });
}
