import { DELIVERIES_QUEUE_NAME, hint } from '@app/contracts';
import type { Logger } from '@app/platform';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { Deliveries } from '../effects/webhook/deliveries.service.js';
import { WorkerLogger } from '../worker.logger.js';

/** A killed worker must never make BullMQ give up on a hint: the row decides what is still to be done. */
const PATIENCE = 1_000;

/** Many at once: each waits for its receiver, and few of them are one account's. */
@Processor(DELIVERIES_QUEUE_NAME, { concurrency: 128, maxStalledCount: PATIENCE })
export class DeliveryHints extends WorkerHost {
  private readonly logger: Logger;

  constructor(
    private readonly deliveries: Deliveries,
    logger: WorkerLogger,
  ) {
    super();
    this.logger = logger.pino;
  }

  override async process(job: Job): Promise<void> {
    await this.deliveries.handle(hint.parse(job.data));
  }

  @OnWorkerEvent('failed')
  failed(job: Job | undefined, error: Error): void {
    this.logger.error({ err: error, hint: job?.data as unknown }, 'a delivery failed; its row is offered again');
  }

  @OnWorkerEvent('error')
  error(error: Error): void {
    this.logger.warn({ err: error }, 'the queue is in trouble; what is due stays in its rows');
  }
}
