/** Lets the work of one key wait for the work before it, in the order in which it came; other keys go on meanwhile. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key);
    const { promise: isOver, resolve: end } = Promise.withResolvers<void>();
    this.last.set(key, isOver);
    await before;
    try {
      return await work();
    } finally {
      end();
      if (this.last.get(key) === isOver) this.last.delete(key);
    }
  }
}
