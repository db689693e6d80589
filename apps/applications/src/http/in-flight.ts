/**
 * At most so many requests of one account at once. The others wait here in the order in which they came, without a connection to the
 * database, so that nobody else is kept from one; what is beyond the queue is to come again later. Who asks for more than that while
 * somebody else is there gets one at a time: one processor is what they share.
 */
export interface Place {
  /** Whether it may begin; false once it was given up. */
  isIts: Promise<boolean>;
  /** Gives it up, waiting or begun; once is enough. */
  leave(): void;
}

export interface Limits {
  atOnce: number;
  waiting: number;
}

interface Account {
  begun: number;
  waiting: Set<() => void>;
}

/** Somebody is there until so long after their last request. */
const THERE_MS = 1_000;

export class InFlight {
  private readonly accounts = new Map<string, Account>();
  /** When each account last came; the latest at the end. */
  private readonly came = new Map<string, number>();

  constructor(
    private readonly limits: Limits,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  isFull(account: string): boolean {
    return (this.accounts.get(account)?.waiting.size ?? 0) >= this.limits.waiting;
  }

  enter(account: string): Place {
    this.comes(account);
    const of = this.accounts.get(account) ?? { begun: 0, waiting: new Set() };
    this.accounts.set(account, of);
    const { promise: isIts, resolve } = Promise.withResolvers<boolean>();
    let hasBegun = false;
    const begin = () => {
      hasBegun = true;
      of.begun += 1;
      resolve(true);
    };
    of.waiting.add(begin);
    this.beginNext(account, of);
    let hasLeft = false;
    const leave = () => {
      if (hasLeft) return;
      hasLeft = true;
      if (hasBegun) of.begun -= 1;
      else if (of.waiting.delete(begin)) resolve(false);
      this.beginNext(account, of);
      if (of.begun === 0) this.accounts.delete(account);
    };
    return { isIts, leave };
  }

  /** As long as one waits one has begun, so that whoever leaves lets the next one in. */
  private beginNext(account: string, of: Account): void {
    for (const begin of of.waiting) {
      if (of.begun >= this.places(account, of)) return;
      of.waiting.delete(begin);
      begin();
    }
  }

  private places(account: string, { begun, waiting }: Account): number {
    const isMore = begun + waiting.size > this.limits.atOnce;
    return isMore && this.areOthersThere(account) ? 1 : this.limits.atOnce;
  }

  private areOthersThere(account: string): boolean {
    this.forgetWhoLeft();
    return this.came.size > Number(this.came.has(account));
  }

  private comes(account: string): void {
    this.came.delete(account);
    this.came.set(account, this.nowMs());
    this.forgetWhoLeft();
  }

  private forgetWhoLeft(): void {
    const since = this.nowMs() - THERE_MS;
    for (const [account, at] of this.came) {
      if (at > since) return;
      this.came.delete(account);
    }
  }
}
