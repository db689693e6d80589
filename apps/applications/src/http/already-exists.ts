import type { Sentence } from '@app/contracts';
import { RuleViolation } from '@app/platform';

/** A duplicate; the problem names what is there already. */
export class AlreadyExists extends RuleViolation {
  constructor(
    said: Sentence,
    readonly existingId: string,
    pointer?: string,
  ) {
    super(said, pointer === undefined ? {} : { pointer });
  }
}
