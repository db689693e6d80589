/** What a page shows in words: white space as one blank, and only so much that a pattern over it is soon done. */

const MOST_CHARACTERS = 200_000;
/** Blanks included: to clear them away takes memory, too. */
const LONGEST_PIECE = 2_000_000;

export class SeenText {
  private readonly pieces: string[] = [];
  private length = 0;
  /** Something was left out, so what is not in here may be on the page all the same. */
  isCut = false;

  add(piece: string): void {
    if (this.isCut) return;
    const words = piece.slice(0, LONGEST_PIECE).replace(/\s+/g, ' ').trim();
    this.isCut = piece.length > LONGEST_PIECE;
    if (words === '') return;
    this.pieces.push(words.slice(0, MOST_CHARACTERS - this.length));
    this.length += words.length + 1;
    this.isCut ||= this.length > MOST_CHARACTERS;
  }

  /** Pieces stand apart, as their elements do. */
  toString(): string {
    return this.pieces.join(' ');
  }
}
