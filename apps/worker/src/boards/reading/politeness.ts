/** The one place that keeps requests to a provider apart: so many at once, so long between two, whoever asks. */
import type { Politeness } from './connectors/connector.js';

interface Lane {
  active: number;
  waiting: (() => void)[];
  /** When the next request may begin, on the process's steady clock. */
  freeAt: number;
}

/** A longer wait is for the next sweep. */
export const LONGEST_WAIT_MS = 30_000;

/** Everybody who reads at this lane was asked to wait, longer than a request can. */
export class PeaceAskedFor extends Error {
  override readonly name = 'PeaceAskedFor';

  constructor(readonly seconds: number) {
    super(`asked to wait ${seconds} s`);
  }
}

export class PolitenessGate {
  private readonly lanes = new Map<string, Lane>();
  private readonly peaceUntil = new Map<string, number>();

  /** `lane`: who is spared, a provider or a host. */
  async through<T>(lane: string, politeness: Politeness, request: () => Promise<T>): Promise<T> {
    const own = await this.enter(lane, politeness);
    try {
      const peaceMs = (this.peaceUntil.get(lane) ?? 0) - performance.now();
      if (peaceMs > LONGEST_WAIT_MS) throw new PeaceAskedFor(Math.ceil(peaceMs / 1_000));
      own.freeAt = Math.max(own.freeAt, performance.now() + peaceMs);
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

  /** `Retry-After`, of whoever answered for all boards behind the lane. */
  async holdBack(lane: string, seconds: number): Promise<void> {
    const until = performance.now() + seconds * 1_000;
    this.peaceUntil.set(lane, Math.max(until, this.peaceUntil.get(lane) ?? 0));
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
