/** Turns whatever was thrown into a problem. What nobody expected is logged and never shown. */
import { type Logger, RuleViolation } from '@app/platform';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { LOGGER } from '../foundation.module.js';
import { AlreadyExists } from './already-exists.js';
import { isDatabaseOutage, isLostRace } from './database-errors.js';
import { sendProblem, type Shown } from './problem-answer.js';
import { RequestRefused } from './problem.js';

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
      this.logger.error({ requestId: request.id, method: request.method, path: path(request), err: error }, shown.code);
    }
    sendProblem(reply, shown);
  }
}

const path = (request: FastifyRequest) => request.url.split('?', 1)[0] ?? '';

function describe(error: unknown, request: FastifyRequest): Shown {
  if (error instanceof RequestRefused) {
    return { status: error.status, code: error.code, detail: error.detail, ...error.more };
  }
  if (error instanceof RuleViolation) return ruleViolation(error);
  if (request.raw.destroyed && !request.raw.complete) {
    return { status: 400, code: 'incomplete_body', detail: 'The connection ended before the body did.' };
  }
  if (isDatabaseOutage(error)) {
    return {
      status: 503,
      code: 'unavailable',
      detail: 'The database cannot be reached. Nothing was changed; try again in a moment.',
      headers: { 'retry-after': '5' },
    };
  }
  if (isLostRace(error)) {
    const detail = 'Another request changed the same thing at the same moment. Nothing was changed; try again.';
    return { status: 409, code: 'changed_meanwhile', detail };
  }
  const status = statusOf(error);
  if (status === 404) {
    return { status, code: 'not_found', detail: `There is nothing at ${request.method} ${path(request)}.` };
  }
  if (status !== undefined && status < 500) return protocolError(status, error as Error);
  return {
    status: 500,
    code: 'internal_error',
    detail: `Something went wrong here that should not. The log names it by the request id ${request.id}.`,
  };
}

function ruleViolation(error: RuleViolation): Shown {
  const { code, detail } = error;
  const { kind = 'conflict' } = error.options;
  const { pointer = kind === 'not_found' ? '/id' : '' } = error.options;
  return {
    status: STATUS_OF_KIND[kind],
    code,
    detail,
    errors: [{ pointer, detail, code }],
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
    const code = 'body_too_large';
    const detail = 'The body is larger than this route takes (1 MiB; imports 10 MiB). Nothing was changed.';
    return { status, code, detail, errors: [{ pointer: '', detail, code }] };
  }
  if (status === 415) {
    const detail = 'The body has a media type this route does not take. Send JSON with Content-Type: application/json.';
    return { status, code: 'unsupported_media_type', detail };
  }
  return {
    status,
    code: (STATUS_CODES[status] ?? 'bad_request').toLowerCase().replaceAll(' ', '_'),
    detail: error.message,
  };
}
