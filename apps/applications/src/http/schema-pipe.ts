/** Checks bodies, queries and ids against the schema of their route, once, at the edge. */
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { type MemberError, RequestRefused } from './problem.js';

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
    const issues = result.error.issues.flatMap((issue) => memberErrors(issue, data === undefined ? [] : [data]));
    const errors = firstOfEach(issues);
    throw new RequestRefused(422, code, `${what} is not as this route takes it: ${summary(errors)}`, { errors });
  }
}

function memberErrors(issue: z.core.$ZodIssue, prefix: string[]): MemberError[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerTo([...path, key]),
      detail: 'is not a field of this resource',
      code: 'unknown_field',
    }));
  }
  return [
    { pointer: pointerTo(path), detail: issue.message, code: issue.code === 'custom' ? 'invalid_value' : issue.code },
  ];
}

/** What is wrong with a member once is enough. */
const firstOfEach = (errors: MemberError[]) =>
  errors.filter(({ pointer }, index) => errors.findIndex((other) => other.pointer === pointer) === index);

/** RFC 6901. */
const pointerTo = (path: PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function summary(errors: MemberError[]): string {
  const [first] = errors;
  const rest = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return `${first?.pointer ? `${first.pointer} ` : ''}${first?.detail}${rest}.`;
}
