/**
 * At most so many requests of one account at once. The others wait here in the order in which they came, without a connection to the
 * database, so that nobody else is kept from one; what is beyond the queue is to come again later.
 */
export interface Place {
  /** Whether it may begin; false once it was given up. */
  isIts: Promise<boolean>;
  /** Gives it up, waiting or begun; once is enough. */
  leave(): void;
}

export class InFlight {
  private readonly accounts = new Map<string, { begun: number; waiting: Set<() => void> }>();

  constructor(private readonly limits: { atOnce: number; waiting: number }) {}

  isFull(account: string): boolean {
    return (this.accounts.get(account)?.waiting.size ?? 0) >= this.limits.waiting;
  }

  enter(account: string): Place {
    const of = this.accounts.get(account) ?? { begun: 0, waiting: new Set() };
    this.accounts.set(account, of);
    const { promise: isIts, resolve } = Promise.withResolvers<boolean>();
    let hasBegun = false;
    const begin = () => {
      hasBegun = true;
      of.begun += 1;
      resolve(true);
    };
    if (of.begun < this.limits.atOnce) begin();
    else of.waiting.add(begin);
    let hasLeft = false;
    const leave = () => {
      if (hasLeft) return;
      hasLeft = true;
      if (hasBegun) this.next(account, of);
      else if (of.waiting.delete(begin)) resolve(false);
    };
    return { isIts, leave };
  }

  private next(account: string, of: { begun: number; waiting: Set<() => void> }): void {
    of.begun -= 1;
    const [first] = of.waiting;
    if (first !== undefined) {
      of.waiting.delete(first);
      first();
    } else if (of.begun === 0) {
      this.accounts.delete(account);
    }
  }
}
