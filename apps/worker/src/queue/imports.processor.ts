import { IMPORTS_QUEUE_NAME, importHint } from '@app/contracts';
import type { Logger } from '@app/platform';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { ImportUndo } from '../imports/import-undo.service.js';
import { Imports } from '../imports/imports.service.js';
import { WorkerLogger } from '../worker.logger.js';

/** A killed worker must never make BullMQ give up on a hint: the row decides what is still to be done. */
const PATIENCE = 1_000;

/** Few at once: each has a file in memory. */
@Processor(IMPORTS_QUEUE_NAME, { concurrency: 2, maxStalledCount: PATIENCE })
export class ImportHints extends WorkerHost {
  private readonly logger: Logger;

  constructor(
    private readonly imports: Imports,
    private readonly undo: ImportUndo,
    logger: WorkerLogger,
  ) {
    super();
    this.logger = logger.pino;
  }

  override async process(job: Job): Promise<void> {
    const given = importHint.parse(job.data);
    await (given.kind === 'import' ? this.imports : this.undo).handle(given);
  }

  @OnWorkerEvent('failed')
  failed(job: Job | undefined, error: Error): void {
    this.logger.error({ err: error, hint: job?.data as unknown }, 'an import failed; its row is offered again');
  }

  @OnWorkerEvent('error')
  error(error: Error): void {
    this.logger.warn({ err: error }, 'the queue is in trouble; what is due stays in its rows');
  }
}
