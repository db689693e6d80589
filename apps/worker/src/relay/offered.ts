/** Remembers what was put on the queue a moment ago, so that a slow queue is not filled with the same hints over and over. */
export class Offered {
  private readonly at = new Map<string, number>();

  constructor(
    private readonly againAfterMs: number,
    /** Milliseconds that only grow, such as `performance.now`. */
    private readonly elapsed: () => number,
  ) {}

  isFresh(id: string): boolean {
    const at = this.at.get(id);
    return at !== undefined && this.elapsed() - at < this.againAfterMs;
  }

  add(id: string): void {
    this.at.set(id, this.elapsed());
  }

  forgetStale(): void {
    for (const id of this.at.keys()) if (!this.isFresh(id)) this.at.delete(id);
  }
}
