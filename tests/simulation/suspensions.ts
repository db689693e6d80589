/** Work that stands still in the middle of a conversation, so that anything else may happen before it goes on. */

interface Suspended<C> {
  conversation: C;
  goOn: () => void;
  /** The rest of the work it stands still in. */
  work: Promise<void>;
}

export class Suspensions<C extends object> {
  private readonly suspended: Suspended<C>[] = [];
  private current: Promise<void> = Promise.resolve();
  private next = Promise.withResolvers<void>();

  get open(): readonly C[] {
    return this.suspended.map(({ conversation }) => conversation);
  }

  /** Until the work is over or stands still; what it fails with is thrown. */
  async follow(start: () => Promise<void>): Promise<void> {
    const standsStill = this.next.promise;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.current = promise;
    start().then(resolve, reject);
    await Promise.race([promise, standsStill]);
  }

  async suspend(conversation: C): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.suspended.push({ conversation, goOn: resolve, work: this.current });
    this.current.catch(() => undefined);
    const { next } = this;
    this.next = Promise.withResolvers<void>();
    next.resolve();
    await promise;
  }

  goOn(conversation: C): Promise<void> {
    const index = this.suspended.findIndex((one) => one.conversation === conversation);
    const [{ goOn, work }] = this.suspended.splice(index, 1) as [Suspended<C>];
    return this.follow(() => {
      goOn();
      return work;
    });
  }

  /** Of a run that broke off: nobody waits for it any more. */
  abandon(): void {
    this.suspended.length = 0;
  }
}
