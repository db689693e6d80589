/** A route that is neither public nor under `/api/v1/`, where `admission.ts` has asked already, is open to nobody. */
import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type CandidateRequest, unauthenticated } from './authentication.js';

const IS_PUBLIC = Symbol('public');
/** Open to everybody. */
export const Public = () => SetMetadata(IS_PUBLIC, true);

@Injectable()
export class CallerGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.getAllAndOverride(IS_PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const { candidateId } = context.switchToHttp().getRequest<Partial<CandidateRequest>>();
    if (candidateId === undefined) throw unauthenticated('nothing');
    return true;
  }
}
