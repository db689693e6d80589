/** The one place that keeps requests to a provider apart: so many at once, so long between two, whoever asks. */
import type { Politeness } from './connectors/connector.js';

interface Lane {
  active: number;
  waiting: (() => void)[];
  /** When the next request may begin, on the process's steady clock. */
  freeAt: number;
}

export class PolitenessGate {
  private readonly lanes = new Map<string, Lane>();

  /** `lane`: who is spared, a provider or a host. */
  async through<T>(lane: string, politeness: Politeness, request: () => Promise<T>): Promise<T> {
    const own = await this.enter(lane, politeness);
    try {
      // Whoever wakes late finds that another has begun meanwhile, and waits again.
      for (let wait = own.freeAt - performance.now(); wait > 0; wait = own.freeAt - performance.now()) {
        await new Promise((resolve) => setTimeout(resolve, Math.ceil(wait)));
      }
      own.freeAt = performance.now() + politeness.pauseMs;
      return await request();
    } finally {
      this.leave(lane, own);
    }
  }

  private async enter(name: string, { concurrency }: Politeness): Promise<Lane> {
    const lane = this.lanes.get(name) ?? { active: 0, waiting: [], freeAt: 0 };
    this.lanes.set(name, lane);
    if (lane.active < concurrency) lane.active += 1;
    // Whoever leaves hands over their place.
    else await new Promise<void>((admitted) => lane.waiting.push(admitted));
    return lane;
  }

  private leave(name: string, lane: Lane): void {
    const next = lane.waiting.shift();
    if (next) return next();
    lane.active -= 1;
    if (lane.active === 0 && lane.freeAt <= performance.now()) this.lanes.delete(name);
  }
}
