/** Who asks, and under which conditions a command of theirs may run. */
import { refusal } from '@app/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CandidateRequest, Shown } from './authentication.js';
import { bodyHash, hashAsRead } from './bodies.js';
import { memberError, RequestRefused } from './problem.js';

export interface Caller {
  candidateId: string;
  /** The entity tags of `If-Match`. */
  ifMatch: string | null;
  /** What makes a repeated POST the same one. */
  idempotency: { route: string; key: string; bodyHash: Buffer; hashAsRead: () => Buffer } | null;
  /** Of a dry run: what is looked at before everything is undone. */
  rehearsal: Rehearsal | null;
}

/** Runs the command in its transaction, and sees what becomes of it. */
export type Rehearsal = (tx: EntityManager, command: () => Promise<unknown>) => Promise<void>;

/** For reading. */
export const CandidateId = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => context.switchToHttp().getRequest<CandidateRequest>().candidateId,
);

/** What they came in with. */
export const CurrentCredential = createParamDecorator(
  (_: unknown, context: ExecutionContext): Shown => context.switchToHttp().getRequest<CandidateRequest>().shown,
);

/** For commands: hand it to `Commands.run`. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const request = context.switchToHttp().getRequest<CandidateRequest>();
  const key = request.headers['idempotency-key'];
  return {
    candidateId: request.candidateId,
    ifMatch: request.headers['if-match'] ?? null,
    idempotency: request.method === 'POST' && key !== undefined ? idempotency(request, key) : null,
    rehearsal: null,
  };
});

function idempotency(request: CandidateRequest, key: string | string[]): Caller['idempotency'] {
  if (typeof key !== 'string' || !/^[!-~]{1,255}$/.test(key)) {
    const said = refusal('invalid_idempotency_key');
    throw new RequestRefused(422, said, { errors: [memberError('/Idempotency-Key', said)] });
  }
  return { route: `POST ${request.url}`, key, bodyHash: bodyHash(request), hashAsRead: () => hashAsRead(request) };
}
