import { hint, QUEUE_NAME, type Hint, type HintKind } from '@app/contracts';
import type { Logger } from '@app/platform';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { Deliveries } from '../effects/webhook/deliveries.service.js';
import { Letters } from '../effects/email/letters.service.js';
import { TestLetters } from '../effects/email/test-letters.service.js';
import { Reminders } from '../effects/reminder/reminders.service.js';
import { WorkerLogger } from '../worker.logger.js';
import { Messages } from './messages.service.js';

/** A killed worker must never make BullMQ give up on a hint: the row decides what is still to be done. */
const PATIENCE = 1_000;

/**
 * Takes hints off the queue and hands each to the one service that looks at the row behind it. Deliveries have a queue of their own; one
 * that a former version left here is followed as well.
 */
@Processor(QUEUE_NAME, { concurrency: 16, maxStalledCount: PATIENCE })
export class Hints extends WorkerHost {
  private readonly services: Record<HintKind, { handle(hint: Hint): Promise<void> }>;
  private readonly logger: Logger;

  constructor(
    messages: Messages,
    letters: Letters,
    reminders: Reminders,
    deliveries: Deliveries,
    tests: TestLetters,
    logger: WorkerLogger,
  ) {
    super();
    this.services = {
      message: messages,
      letter: letters,
      reminder: reminders,
      delivery: deliveries,
      test_letter: tests,
    };
    this.logger = logger.pino;
  }

  override async process(job: Job): Promise<void> {
    const given = hint.parse(job.data);
    await this.services[given.kind].handle(given);
  }

  @OnWorkerEvent('failed')
  failed(job: Job | undefined, error: Error): void {
    this.logger.error(
      { err: error, hint: job?.data as unknown },
      'a hint could not be followed; its row is offered again',
    );
  }

  @OnWorkerEvent('error')
  error(error: Error): void {
    this.logger.warn({ err: error }, 'the queue is in trouble; what is due stays in its rows');
  }
}
