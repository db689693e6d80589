/** Turns whatever was thrown into a problem. What nobody expected is logged and never shown. */
import { asWritten, refusal, within } from '@app/contracts';
import { type Logger, RuleViolation } from '@app/platform';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { LOGGER } from '../foundation.module.js';
import { AlreadyExists } from './already-exists.js';
import { isDatabaseOutage, isLostRace } from './database-errors.js';
import { sendProblem, type Shown } from './problem-answer.js';
import { memberError, RequestRefused } from './problem.js';

const STATUS_OF_KIND = { conflict: 409, invalid: 422, not_found: 404, precondition: 412 } as const;

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const shown = describe(error, request);
    if (shown.status >= 500) {
      this.logger.error(
        { requestId: request.id, method: request.method, path: path(request), err: error },
        shown.said.code,
      );
    }
    sendProblem(reply, shown);
  }
}

const path = (request: FastifyRequest) => request.url.split('?', 1)[0] ?? '';

function describe(error: unknown, request: FastifyRequest): Shown {
  if (error instanceof RequestRefused) {
    return { status: error.status, said: error.said, ...error.more };
  }
  if (error instanceof RuleViolation) return ruleViolation(error);
  if (request.raw.destroyed && !request.raw.complete) {
    return { status: 400, said: refusal('incomplete_body') };
  }
  if (isDatabaseOutage(error)) {
    return {
      status: 503,
      said: refusal('unavailable', { whileAnswering: true }),
      headers: { 'retry-after': '5' },
    };
  }
  if (isLostRace(error)) {
    return { status: 409, said: refusal('changed_meanwhile', { by: 'race' }) };
  }
  const status = statusOf(error);
  if (status === 404) {
    return { status, said: refusal('not_found', { what: 'path', method: request.method, path: path(request) }) };
  }
  if (status !== undefined && status < 500) return protocolError(status, error as Error);
  return { status: 500, said: refusal('internal_error', { of: 'request', requestId: request.id }) };
}

function ruleViolation(error: RuleViolation): Shown {
  const { kind = 'conflict' } = error.options;
  const { pointer = kind === 'not_found' ? '/id' : '', member = error } = error.options;
  return {
    status: STATUS_OF_KIND[kind],
    said: error,
    errors: [memberError(pointer, member)],
    ...(error instanceof AlreadyExists && { existingId: error.existingId }),
  };
}

/** Fastify and Nest both carry the status on what they throw. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 ? status : undefined;
}

function protocolError(status: number, error: Error): Shown {
  if (status === 413) {
    const said = refusal('body_too_large', { of: 'body' });
    return { status, said, errors: [memberError('', said)] };
  }
  if (status === 415) return { status, said: refusal('unsupported_media_type', { wanted: 'json' }) };
  const code = (STATUS_CODES[status] ?? 'bad_request').toLowerCase().replaceAll(' ', '_');
  return { status, said: { code, facts: within('why', asWritten(error.message)) } };
}
