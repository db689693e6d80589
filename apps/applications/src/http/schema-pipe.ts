/** Checks bodies, queries and ids against the schema of their route, once, at the edge. */
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { pointerTo } from './pointer.policy.js';
import { ruleThatRefused } from './refused-rule.js';
import { type MemberError, MOST_ERRORS, RequestRefused } from './problem.js';

const CODES: Record<string, [code: string, what: string]> = {
  body: ['invalid_body', 'The body'],
  query: ['invalid_query', 'The query'],
  param: ['invalid_id', 'The address of the resource'],
};

@Injectable()
export class SchemaPipe implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (!(schema instanceof z.ZodType)) return value;
    const result = await schema.safeParseAsync(value);
    if (result.success) return result.data;
    const [code, what] = CODES[type] ?? ['invalid_request', 'The request'];
    const errors = errorsOf(result.error.issues, data === undefined ? [] : [data]);
    throw new RequestRefused(422, code, `${what} is not as this route takes it: ${summary(errors)}`, { errors });
  }
}

/** What is wrong with a member once is enough, and a hundred members are. */
function errorsOf(issues: z.core.$ZodIssue[], prefix: string[]): MemberError[] {
  const errors = new Map<string, MemberError>();
  for (const issue of issues) {
    for (const error of memberErrors(issue, prefix)) {
      if (!errors.has(error.pointer)) errors.set(error.pointer, error);
      if (errors.size === MOST_ERRORS) return [...errors.values()];
    }
  }
  return [...errors.values()];
}

function* memberErrors(issue: z.core.$ZodIssue, prefix: string[]): Generator<MemberError> {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) yield unknownMember([...path, key]);
    return;
  }
  yield { pointer: pointerTo(path), detail: issue.message, ...ruleThatRefused(issue) };
}

export const unknownMember = (path: PropertyKey[]): MemberError => ({
  pointer: pointerTo(path),
  detail: 'is not a field of this resource',
  code: 'unknown_field',
  facts: {},
});

function summary(errors: MemberError[]): string {
  const [first] = errors;
  const others = errors.length === MOST_ERRORS ? `more than ${errors.length - 1}` : errors.length - 1;
  const rest = errors.length > 1 ? ` (and ${others} more)` : '';
  return `${first?.pointer ? `${first.pointer} ` : ''}${first?.detail}${rest}.`;
}
