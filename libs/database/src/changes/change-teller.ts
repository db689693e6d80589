import { ChangeSet } from './change-set.js';
import { payloadOf } from './change-payload.js';

/** Long enough for a burst to be one notification, too short to be noticed. */
const GATHER_MS = 20;
const AGAIN_MS = 1_000;

/**
 * Tells every process what was committed in this one. Never inside a transaction: whoever notifies takes a lock of the whole server
 * until their commit is over, and all others queue up behind it.
 */
export class ChangeTeller {
  private gathered = new ChangeSet();
  private timer: NodeJS.Timeout | null = null;
  private telling: Promise<void> = Promise.resolve();

  constructor(private readonly notify: (payloads: string[]) => Promise<unknown>) {}

  tell(changes: ChangeSet): void {
    this.gathered.merge(changes);
    this.tellIn(GATHER_MS);
  }

  /** What was gathered goes now, if it can. */
  async close(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    await this.telling;
    await this.tellNow().catch(() => undefined);
  }

  private tellIn(milliseconds: number): void {
    if (this.timer !== null || this.gathered.isEmpty) return;
    this.timer = setTimeout(() => {
      this.telling = this.tellNow().then(
        () => this.tellNext(GATHER_MS),
        () => this.tellNext(AGAIN_MS),
      );
    }, milliseconds).unref();
  }

  private tellNext(milliseconds: number): void {
    this.timer = null;
    this.tellIn(milliseconds);
  }

  /** What could not be told waits for the next time. */
  private async tellNow(): Promise<void> {
    const changes = this.gathered;
    if (changes.isEmpty) return;
    this.gathered = new ChangeSet();
    try {
      await this.notify(changes.told().map(payloadOf));
    } catch (error) {
      changes.merge(this.gathered);
      this.gathered = changes;
      throw error;
    }
  }
}
