/**
 * Weak entity tags: what was read is what may be changed, when the caller asks for that. The version of the row, which every
 * write raises, and the words in the answer that stand in other rows; not what the clock makes of it, nor others' names.
 */
import { refusal } from '@app/contracts';
import { RuleViolation } from '@app/platform';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { map, type Observable } from 'rxjs';
import type { Caller } from './caller.js';

/** An answer carries its tag beside its JSON, through every copy. */
const TAG = Symbol('entity tag');

export function entityTag({ version }: { version: number }, words: readonly (string | null)[] = []): string {
  if (words.length === 0) return `W/"${version}"`;
  const digest = createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 16);
  return `W/"${version}-${digest}"`;
}

export const tagged = <T extends object>(answer: T, tag: string): T => ({ ...answer, [TAG]: tag });

export const tagOf = (answer: unknown): string | undefined => (answer as { [TAG]?: string } | null | undefined)?.[TAG];

/** Throws 412 when the caller named versions and the one of now is none of them. */
export async function requireMatch({ ifMatch }: Caller, tagNow: () => string | Promise<string>): Promise<void> {
  if (ifMatch === null || ifMatch.trim() === '*') return;
  const tags = ifMatch.split(',').map((tag) => tag.trim().replace(/^(W\/)?/, 'W/'));
  if (tags.includes(await tagNow())) return;
  throw new RuleViolation(refusal('changed_meanwhile', { by: 'if_match' }), { kind: 'precondition' });
}

@Injectable()
export class EntityTagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        const tag = tagOf(answer);
        if (tag !== undefined) void reply.header('etag', tag);
        return answer;
      }),
    );
  }
}
