/**
 * Captured mail is for the owner of the installation, by token or by session. Where somebody comes from says nothing: behind a proxy on
 * this machine everybody comes from this machine.
 */
import { OWNER_ID, refusal } from '@app/contracts';
import { Database } from '@app/database';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';
import { authenticate } from '../http/authentication.js';
import { RequestRefused } from '../http/problem.js';
import { Site } from '../http/site.js';

@Injectable()
export class CapturedMailAccess implements CanActivate {
  constructor(
    private readonly database: Database,
    private readonly site: Site,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.env.CAPTURED_MAIL_DIR === undefined) {
      throw new RequestRefused(404, refusal('not_found', { what: 'captured_mail' }));
    }
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { candidateId } = await authenticate(this.database, this.site, request);
    if (candidateId === OWNER_ID) return true;
    throw new RequestRefused(403, refusal('not_the_owner'));
  }
}
