/** The members of a request at fault: one that broke a rule, and what is told of all of them together. */
import { type RequestSentences, type RuleCode, RULES, shapeSaid } from '@app/contracts';
import { pointerTo } from './pointer.policy.js';
import { type MemberError, MOST_ERRORS } from './problem.js';

export type MembersAtFault = RequestSentences['invalid_id'];

/** `errors`: one at least. */
export function membersAtFault(errors: readonly MemberError[]): MembersAtFault {
  const { pointer, detail } = errors[0]!;
  return { at: pointer, ...shapeSaid(detail), others: errors.length - 1, orMore: errors.length === MOST_ERRORS };
}

export const ruleBroken = (code: RuleCode, path: PropertyKey[]): MemberError => ({
  pointer: pointerTo(path),
  detail: RULES[code],
  code,
  facts: {},
});
