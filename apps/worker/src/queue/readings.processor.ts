import { READINGS_QUEUE_NAME, readingHint } from '@app/contracts';
import type { Logger } from '@app/platform';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { PageReadings } from '../boards/addresses/page-readings.service.js';
import { WorkerLogger } from '../worker.logger.js';

/** A killed worker must never make BullMQ give up on a hint: the row decides what is still to be done. */
const PATIENCE = 1_000;

/** Most of these only wait for a page. */
@Processor(READINGS_QUEUE_NAME, { concurrency: 16, maxStalledCount: PATIENCE })
export class ReadingHints extends WorkerHost {
  private readonly logger: Logger;

  constructor(
    private readonly readings: PageReadings,
    logger: WorkerLogger,
  ) {
    super();
    this.logger = logger.pino;
  }

  override async process(job: Job): Promise<void> {
    await this.readings.handle(readingHint.parse(job.data));
  }

  @OnWorkerEvent('failed')
  failed(job: Job | undefined, error: Error): void {
    this.logger.error({ err: error, hint: job?.data as unknown }, 'an address was not read; its row is offered again');
  }

  @OnWorkerEvent('error')
  error(error: Error): void {
    this.logger.warn({ err: error }, 'the queue is in trouble; what is due stays in its rows');
  }
}
