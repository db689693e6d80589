/** Says in a row that a worker looks for work, for whoever runs the installation and wonders whether one does. */
import { VERSION } from '@app/platform';
import type { EntityManager } from 'typeorm';

const EVERY_MS = 10_000;

export class SignOfLife {
  private saidAt = -Infinity;

  constructor(
    /** Where the queue lives. */
    private readonly queue: 'postgres' | 'redis',
    /** Milliseconds that only grow, such as `performance.now`. */
    private readonly elapsed: () => number,
  ) {}

  get isDue(): boolean {
    return this.elapsed() - this.saidAt >= EVERY_MS;
  }

  async say(tx: EntityManager): Promise<void> {
    await tx.query(
      `insert into worker_heard (queue, version) values ($1, $2)
       on conflict (id) do update set queue = excluded.queue, version = excluded.version, heard_at = now()`,
      [this.queue, VERSION],
    );
    this.saidAt = this.elapsed();
  }
}
