/** Draws that a seed decides, and fast-check's texts by the same seed. */
import fc from 'fast-check';
import { Dice } from '../simulation/dice.js';

export class Draws extends Dice {
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** Of any script, as somebody may type or paste it. */
  text(longest: number): string {
    return this.of(fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.max(1, longest) }));
  }

  /** JSON of any shape. */
  json(): unknown {
    return this.of(fc.jsonValue({ maxDepth: 3 }));
  }

  private of<T>(arbitrary: fc.Arbitrary<T>): T {
    return fc.sample(arbitrary, { seed: this.below(2 ** 31), numRuns: 1 })[0]!;
  }
}
