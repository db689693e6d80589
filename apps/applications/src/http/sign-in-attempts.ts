/** How often somebody may fail to sign in from one address: so many times at once, then one by one. */
import ipaddr from 'ipaddr.js';

export interface Limits {
  atOnce: number;
  everyMs: number;
}

/** Of addresses at a time; who comes from more of them is stopped by nothing here. */
const MOST_KNOWN = 10_000;

export class SignInAttempts {
  /** By address: until when its attempts are spent. The one that came first is the first. */
  private readonly spent = new Map<string, number>();

  constructor(
    private readonly limits: Limits,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** An attempt; 0 where it may be made, else in how many milliseconds. */
  take(address: string): number {
    const { atOnce, everyMs } = this.limits;
    const [now, key] = [this.nowMs(), networkOf(address)];
    const until = Math.max(now, this.spent.get(key) ?? now);
    const wait = until - now - (atOnce - 1) * everyMs;
    if (wait > 0) return wait;
    this.spent.delete(key);
    this.spent.set(key, until + everyMs);
    if (this.spent.size > MOST_KNOWN) this.forget(now);
    return 0;
  }

  /** It did not fail. */
  giveBack(address: string): void {
    const key = networkOf(address);
    const until = this.spent.get(key);
    if (until !== undefined) this.spent.set(key, until - this.limits.everyMs);
  }

  private forget(now: number): void {
    for (const [key, until] of this.spent) if (until <= now) this.spent.delete(key);
    const [oldest] = this.spent.keys();
    if (this.spent.size > MOST_KNOWN && oldest !== undefined) this.spent.delete(oldest);
  }
}

/** Whoever has one address of IPv6 has the 64 bits behind it. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const ip = ipaddr.process(address);
  return ip.kind() === 'ipv6' ? (ip as ipaddr.IPv6).parts.slice(0, 4).join(':') : ip.toString();
}
