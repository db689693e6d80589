/** Lets nobody in without a token, and says whose request it is. */
import { Database } from '@app/database';
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

@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    private readonly database: Database,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride(IS_PUBLIC, [context.getHandler(), context.getClass()])) return true;
    await this.authenticate(context.switchToHttp().getRequest<CandidateRequest>());
    return true;
  }

  /** Says whose request it is, or refuses it. */
  async authenticate(request: CandidateRequest): Promise<void> {
    const token = /^Bearer +([!-~]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const candidateId = token === undefined ? null : await this.database.candidateOfToken(tokenHash(token));
    if (candidateId === null) throw unauthenticated(token !== undefined);
    request.candidateId = candidateId;
  }
}

function unauthenticated(tokenGiven: boolean): RequestRefused {
  const detail = tokenGiven
    ? 'The token is not known here. Use the one that the service was started with.'
    : 'This needs a token: send Authorization: Bearer <token>.';
  const challenge = tokenGiven ? 'Bearer realm="rekindle", error="invalid_token"' : 'Bearer realm="rekindle"';
  return new RequestRefused(401, 'unauthenticated', detail, { headers: { 'www-authenticate': challenge } });
}
