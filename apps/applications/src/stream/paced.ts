/** What costs its hearers much is said to each of them at once, and then once a second: what comes meanwhile is said at its end. */
const EVERY_MS = 1_000;

export class Paced {
  /** Those who heard it within the last second. */
  private readonly heard = new Map<string, { isDueAgain: boolean; stop: () => void }>();
  private isClosed = false;

  constructor(
    private readonly tell: (candidateId: string) => void,
    /** Answers how to stop it. */
    private readonly start: (then: () => void) => () => void = inASecond,
  ) {}

  say(candidateId: string): void {
    if (this.isClosed) return;
    const last = this.heard.get(candidateId);
    if (last !== undefined) last.isDueAgain = true;
    else this.sayNow(candidateId);
  }

  close(): void {
    this.isClosed = true;
    for (const { stop } of this.heard.values()) stop();
    this.heard.clear();
  }

  private sayNow(candidateId: string): void {
    const stop = this.start(() => this.aSecondIsOver(candidateId));
    this.heard.set(candidateId, { isDueAgain: false, stop });
    this.tell(candidateId);
  }

  private aSecondIsOver(candidateId: string): void {
    const isDueAgain = this.heard.get(candidateId)?.isDueAgain ?? false;
    this.heard.delete(candidateId);
    if (isDueAgain) this.sayNow(candidateId);
  }
}

function inASecond(then: () => void): () => void {
  const timer = setTimeout(then, EVERY_MS).unref();
  return () => clearTimeout(timer);
}
