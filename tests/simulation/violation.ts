/** A guarantee that was broken, and how. */
export interface Violation {
  /** `late`: after its reason was gone. `wrong`: neither lost nor sent amiss, and yet not as it was said. */
  kind: 'lost' | 'doubled' | 'early' | 'late' | 'wrong';
  what: string;
}

export class GuaranteeBroken extends Error {
  override readonly name = 'GuaranteeBroken';
  constructor(readonly violations: readonly Violation[]) {
    super(violations.map(({ kind, what }) => `${kind}: ${what}`).join('\n'));
  }
}
