/** Problems as RFC 9457 describes them, with a stable code. */
import { facts, type Sentence } from '@app/contracts';
import { refusalSentence } from '@app/follow-ups';
import { z } from 'zod';

export const MOST_ERRORS = 100;

export const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'Stable, for programs: `already_rejected`.' }),
    facts: facts.meta({ description: 'What `detail` tells: names as they are, moments in ISO 8601 (UTC), counts.' }),
    detail: z.string().meta({ description: 'What happened, to what, what to do.' }),
    instance: z.string().meta({ description: 'The request, as named in the log.' }),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().meta({ description: 'RFC 6901 pointer to the member at fault.' }),
          detail: z.string(),
          code: z.string().meta({ description: 'Of the rule that refused it: each has its own.' }),
          facts,
        }),
      )
      .max(MOST_ERRORS)
      .optional()
      .meta({ description: 'One for each member at fault, a hundred at most.' }),
    existingId: z.uuid().optional().meta({ description: 'What is there already, when the problem is a duplicate.' }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
export type MemberError = NonNullable<Problem['errors']>[number];

/** A request that cannot be served as it stands; rules of the domain throw `RuleViolation` instead. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  constructor(
    readonly status: number,
    readonly said: Sentence,
    readonly more: { errors?: MemberError[]; headers?: Record<string, string> } = {},
  ) {
    super(`${said.code}: ${JSON.stringify(said.facts)}`);
  }
}

/** The problem as a whole, said of the member it is about. */
export const memberError = (pointer: string, { code, facts: told }: Sentence): MemberError => ({
  pointer,
  detail: refusalSentence({ code, facts: told }, 'en'),
  code,
  facts: told,
});
