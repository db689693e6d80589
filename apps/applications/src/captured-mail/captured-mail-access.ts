/** Captured mail is for the owner of the installation, or for whoever sits at the machine. */
import { OWNER_ID } from '@app/contracts';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';
import { BearerGuard, type CandidateRequest } from '../http/bearer-guard.js';
import { RequestRefused } from '../http/problem.js';
import { isFromThisMachine } from './loopback.policy.js';

const PROXY_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

@Injectable()
export class CapturedMailAccess implements CanActivate {
  constructor(
    private readonly bearer: BearerGuard,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.env.CAPTURED_MAIL_DIR === undefined) {
      throw new RequestRefused(404, 'not_found', 'No mail is captured here: it goes to a real mail server.');
    }
    const request = context.switchToHttp().getRequest<CandidateRequest>();
    const isForwarded = PROXY_HEADERS.some((name) => request.headers[name] !== undefined);
    const address = request.raw.socket.remoteAddress;
    if (isFromThisMachine({ address, host: request.headers.host, isForwarded })) return true;
    await this.bearer.authenticate(request);
    if (request.candidateId === OWNER_ID) return true;
    throw new RequestRefused(403, 'not_the_owner', 'Captured mail is shown to the owner of this installation only.');
  }
}
