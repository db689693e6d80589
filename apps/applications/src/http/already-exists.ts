import { RuleViolation } from '@app/platform';

/** A duplicate; the problem names what is there already. */
export class AlreadyExists extends RuleViolation {
  constructor(
    code: string,
    detail: string,
    readonly existingId: string,
    pointer?: string,
  ) {
    super(code, detail, pointer === undefined ? {} : { pointer });
  }
}
