/** A rule of the domain said no: code for programs, detail for the reader. */
export class RuleViolation extends Error {
  override readonly name = 'RuleViolation';
  constructor(
    /** Stable, snake_case: `already_rejected`. */
    readonly code: string,
    /** What happened, to what, what to do. */
    readonly detail: string,
    readonly options: {
      /** `conflict` 409 (default), `invalid` 422, `not_found` 404, `precondition` 412. */
      kind?: 'conflict' | 'invalid' | 'not_found' | 'precondition';
      /** RFC 6901 pointer to the member of the body that is at fault. */
      pointer?: string;
    } = {},
  ) {
    super(`${code}: ${detail}`);
  }
}

/** The process cannot run as it is set up: one line for the operator, no stack trace. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
