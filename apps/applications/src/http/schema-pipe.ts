/** Checks bodies, queries and ids against the schema of their route, once, at the edge. */
import { refusal, type Sentence } from '@app/contracts';
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { type MembersAtFault, membersAtFault, ruleBroken } from './members-at-fault.js';
import { pointerTo } from './pointer.policy.js';
import { ruleThatRefused } from './refused-rule.js';
import { type MemberError, MOST_ERRORS, RequestRefused } from './problem.js';

/** What a route takes, by where it stands in the request. */
const REFUSALS: Record<string, (facts: MembersAtFault) => Sentence> = {
  body: (facts) => refusal('invalid_body', { of: 'route', ...facts }),
  query: (facts) => refusal('invalid_query', { of: 'route', ...facts }),
  param: (facts) => refusal('invalid_id', facts),
};
const ofTheRequest = (facts: MembersAtFault) => refusal('invalid_request', facts);

@Injectable()
export class SchemaPipe implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (!(schema instanceof z.ZodType)) return value;
    const result = await schema.safeParseAsync(value);
    if (result.success) return result.data;
    const errors = errorsOf(result.error.issues, data === undefined ? [] : [data]);
    throw new RequestRefused(422, (REFUSALS[type] ?? ofTheRequest)(membersAtFault(errors)), { errors });
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
    for (const key of issue.keys) yield ruleBroken('unknown_field', [...path, key]);
    return;
  }
  yield { pointer: pointerTo(path), detail: issue.message, ...ruleThatRefused(issue) };
}
