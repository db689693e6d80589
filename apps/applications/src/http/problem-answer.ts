/** A problem as it is sent, whoever finds it: a route, the framework, or the parser of HTTP itself. */
import type { Sentence } from '@app/contracts';
import { refusalSentence } from '@app/follow-ups';
import type { FastifyReply } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { Problem } from './problem.js';
import { securityHeaders } from './security-headers.js';

export type Shown = Pick<Problem, 'status' | 'errors' | 'existingId'> & {
  said: Sentence;
  headers?: Record<string, string>;
};

const MEDIA_TYPE = 'application/problem+json';

export function problemOf(shown: Shown, requestId: string): { answer: Problem; headers: Record<string, string> } {
  const { headers = {}, status, said, ...rest } = shown;
  return {
    answer: {
      type: 'about:blank',
      title: STATUS_CODES[status] ?? 'Error',
      status,
      code: said.code,
      detail: refusalSentence(said, 'en'),
      facts: said.facts,
      ...rest,
      instance: `urn:uuid:${requestId}`,
    },
    headers: {
      ...securityHeaders(),
      ...headers,
      'cache-control': 'no-store',
      'content-type': MEDIA_TYPE,
      'x-request-id': requestId,
    },
  };
}

export function sendProblem(reply: FastifyReply, shown: Shown): void {
  const { answer, headers } = problemOf(shown, reply.request.id);
  void reply.status(shown.status).headers(headers).serializer(JSON.stringify).send(answer);
}
