/**
 * Captured mail is for the owner of the installation: by token, or by the key in the link that `npm start` prints. Where somebody
 * comes from says nothing: behind a proxy on this machine everybody comes from this machine.
 */
import { OWNER_ID } from '@app/contracts';
import { Database } from '@app/database';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';
import { authenticate } from '../http/bearer-guard.js';
import { RequestRefused } from '../http/problem.js';
import { CapturedMailKey } from './captured-mail-key.js';

@Injectable()
export class CapturedMailAccess implements CanActivate {
  constructor(
    private readonly database: Database,
    private readonly key: CapturedMailKey,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.env.CAPTURED_MAIL_DIR === undefined) {
      throw new RequestRefused(404, 'not_found', 'No mail is captured here: it goes to a real mail server.');
    }
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { authorization, cookie } = request.headers;
    // Who shows a token is judged by it alone.
    if (authorization !== undefined) return this.isOwner(request);
    if (this.key.isInLink(request) || this.key.isInCookie(cookie)) return true;
    throw new RequestRefused(
      401,
      'unauthenticated',
      'Open the link to the captured mail that `npm start` prints, or send Authorization: Bearer <token>.',
      { headers: { 'www-authenticate': 'Bearer realm="rekindle"' } },
    );
  }

  private async isOwner(request: FastifyRequest): Promise<boolean> {
    if ((await authenticate(this.database, request)) === OWNER_ID) return true;
    throw new RequestRefused(403, 'not_the_owner', 'Captured mail is shown to the owner of this installation only.');
  }
}
