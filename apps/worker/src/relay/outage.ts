/** Looks that fail one after the other are one trouble: said when it begins, once a minute while it lasts, and when it is over. */
const EVERY_MS = 60_000;

export class Outage {
  private failures = 0;
  private saidAt = -Infinity;

  constructor(private readonly now: () => number) {}

  /** How many looks have failed by now, when it is time to say so. */
  failed(): number | null {
    this.failures += 1;
    if (this.now() - this.saidAt < EVERY_MS) return null;
    this.saidAt = this.now();
    return this.failures;
  }

  /** How many had failed, when it is over by this one. */
  passed(): number | null {
    const { failures } = this;
    [this.failures, this.saidAt] = [0, -Infinity];
    return failures || null;
  }
}
