import { RADAR_QUEUE_NAME, radarHint } from '@app/contracts';
import type { Logger } from '@app/platform';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { NewRoleNotes } from '../boards/telling/new-role-notes.service.js';
import { Sightings } from '../boards/telling/sightings.service.js';
import { Sweeps } from '../boards/sweeps/sweeps.service.js';
import { WorkerLogger } from '../worker.logger.js';

/** A killed worker must never make BullMQ give up on a hint: the row decides what is still to be done. */
const PATIENCE = 1_000;

/** Most of these only wait: for the board, or for their turn at its provider. */
@Processor(RADAR_QUEUE_NAME, { concurrency: 128, maxStalledCount: PATIENCE })
export class RadarHints extends WorkerHost {
  private readonly logger: Logger;

  constructor(
    private readonly sweeps: Sweeps,
    private readonly sightings: Sightings,
    private readonly newRoles: NewRoleNotes,
    logger: WorkerLogger,
  ) {
    super();
    this.logger = logger.pino;
  }

  override async process(job: Job): Promise<void> {
    const given = radarHint.parse(job.data);
    if (given.kind === 'sweep') await this.sweeps.handle(given.id);
    else await (given.kind === 'sighting' ? this.sightings : this.newRoles).handle(given);
  }

  @OnWorkerEvent('failed')
  failed(job: Job | undefined, error: Error): void {
    this.logger.error(
      { err: error, hint: job?.data as unknown },
      'a hint of the radar could not be followed; its row is offered again',
    );
  }

  @OnWorkerEvent('error')
  error(error: Error): void {
    this.logger.warn({ err: error }, 'the queue is in trouble; what is due stays in its rows');
  }
}
