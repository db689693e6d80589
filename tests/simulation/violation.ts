/** A guarantee that was broken, and how. */
export interface Violation {
  /**
   * `late`: after its reason was gone. `misaddressed`: to somebody it is not for. `wrong`: neither lost nor sent amiss, and
   * yet not as it was said.
   */
  kind: 'lost' | 'doubled' | 'early' | 'late' | 'misaddressed' | 'wrong';
  what: string;
}

/** What must not be, whether it is, and how to say it. */
export type Rule = [kind: Violation['kind'], isBroken: boolean, what: string];

export class GuaranteeBroken extends Error {
  override readonly name = 'GuaranteeBroken';
  constructor(readonly violations: readonly Violation[]) {
    super(violations.map(({ kind, what }) => `${kind}: ${what}`).join('\n'));
  }
}
