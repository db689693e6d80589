import { Database, DELETABLE } from '@app/database';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';
import { WorkerLogger } from '../worker.logger.js';
import { Purge } from './purge.service.js';
import {
  dropForsakenBoards,
  dropOldImports,
  dropOutlivedMarks,
  type Due,
  duePurges,
  postpone,
} from './purge.queries.js';

const EVERY_MS = 3_600_000;

/** Every hour: what was deleted 30 days ago goes for good, each in a transaction of its own, and waits an hour where it cannot. */
@Injectable()
export class PurgeSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly purge: Purge,
    private readonly logger: WorkerLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.sweep().catch((err: Error) =>
        this.logger.pino.warn({ err }, 'what was deleted could not be swept; it is tried again'),
      );
      await setTimeout(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Applications first: contacts and companies wait for those that refer to them. */
  private async sweep(): Promise<void> {
    await this.database.acrossCandidates(dropOutlivedMarks);
    for (const subject of DELETABLE) {
      let due: Due[];
      do {
        due = await this.database.acrossCandidates((tx) => duePurges(tx, subject));
        for (const one of due) {
          if (this.stopping.signal.aborted) return;
          await this.take(one);
        }
      } while (due.length > 0);
    }
    await this.database.acrossCandidates(dropForsakenBoards);
    await this.database.acrossCandidates(dropOldImports);
  }

  private async take(due: Due): Promise<void> {
    const { subject, id, candidateId } = due;
    try {
      await this.database.inTurn(candidateId, (tx) => this.purge.take(tx, due));
    } catch (err) {
      this.logger.pino.error({ err: err as Error, subject, id }, 'a deleted row could not be taken; it waits an hour');
      await this.database.asCandidate(candidateId, (tx) => postpone(tx, due));
    }
  }
}
