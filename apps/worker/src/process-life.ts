import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Whether this process goes on, and pauses that do not hold its end up. */
@Injectable()
export class ProcessLife implements OnModuleDestroy {
  private readonly end = new AbortController();

  get isEnding(): boolean {
    return this.end.signal.aborted;
  }

  onModuleDestroy(): void {
    this.end.abort();
  }

  /** Is over at once when the end begins meanwhile. */
  pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer);
        this.end.signal.removeEventListener('abort', over);
        resolve();
      };
      const timer = setTimeout(over, milliseconds);
      this.end.signal.addEventListener('abort', over);
    });
  }
}
