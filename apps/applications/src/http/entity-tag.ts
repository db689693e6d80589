/** Weak entity tags from `updatedAt`: what was read is what may be changed, when the caller asks for that. */
import { RuleViolation } from '@app/platform';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Caller } from './caller.js';

export const entityTag = (updatedAt: Date): string => `W/"${updatedAt.getTime().toString(36)}"`;

/** Throws 412 when the caller named versions and the row is none of them. */
export function requireMatch({ ifMatch }: Caller, row: { updatedAt: Date }): void {
  if (ifMatch === null || ifMatch.trim() === '*') return;
  const tags = ifMatch.split(',').map((tag) => tag.trim().replace(/^(W\/)?/, 'W/'));
  if (tags.includes(entityTag(row.updatedAt))) return;
  throw new RuleViolation(
    'changed_meanwhile',
    'It was changed since it was read, as If-Match shows. Read it again, then repeat the change.',
    { kind: 'precondition' },
  );
}

@Injectable()
export class EntityTagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        const updatedAt = (answer as { updatedAt?: unknown } | null | undefined)?.updatedAt;
        if (typeof updatedAt === 'string') void reply.header('etag', entityTag(new Date(updatedAt)));
        return answer;
      }),
    );
  }
}
