/** A rule of the domain said no: a code and facts, which whoever answers makes a sentence of. */
export class RuleViolation extends Error {
  override readonly name = 'RuleViolation';
  /** Stable, snake_case: `already_rejected`. */
  readonly code: string;
  /** What the sentence tells: names as they are, moments in ISO 8601 (UTC), counts. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;

  constructor(
    { code, facts }: Pick<RuleViolation, 'code' | 'facts'>,
    readonly options: {
      /** `conflict` 409 (default), `invalid` 422, `not_found` 404, `precondition` 412. */
      kind?: 'conflict' | 'invalid' | 'not_found' | 'precondition';
      /** RFC 6901 pointer to the member of the body that is at fault. */
      pointer?: string;
      /** What is said of that member alone, where it is another sentence than of the whole. */
      member?: Pick<RuleViolation, 'code' | 'facts'>;
    } = {},
  ) {
    super(`${code}: ${JSON.stringify(facts)}`);
    this.code = code;
    this.facts = facts;
  }
}

/** The process cannot run as it is set up: one line for the operator, no stack trace. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
