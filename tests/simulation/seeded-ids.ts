import { Ids } from '@app/platform';

/** The same ids in the same order in every replay; they sort by the moment they were made, as UUIDv7 does. */
export class SeededIds extends Ids {
  private count = 0;

  restart(): void {
    this.count = 0;
  }

  next(): string {
    this.count += 1;
    const order = this.count.toString(16).padStart(12, '0');
    // Scattered, because moments inside a sending window are drawn from ids.
    const scatter = (Math.imul(this.count, 0x9e3779b1) >>> 0).toString(16).padStart(12, '0');
    return `${order.slice(0, 8)}-${order.slice(8)}-7000-8000-${scatter}`;
  }
}
