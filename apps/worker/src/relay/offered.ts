/** Remembers what was put on the queue a moment ago, so that a slow queue is not filled with the same hints over and over. */
export class Offered {
  private readonly at = new Map<string, number>();

  constructor(
    private readonly againAfterMs: number,
    /** Milliseconds that only grow, such as `performance.now`. */
    private readonly elapsed: () => number,
  ) {}

  isFresh(occasion: string): boolean {
    const at = this.at.get(occasion);
    return at !== undefined && this.elapsed() - at < this.againAfterMs;
  }

  add(occasion: string): void {
    this.at.set(occasion, this.elapsed());
  }

  forgetStale(): void {
    for (const occasion of this.at.keys()) if (!this.isFresh(occasion)) this.at.delete(occasion);
  }
}
