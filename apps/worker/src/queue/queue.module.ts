import {
  DELIVERIES_QUEUE_NAME,
  IMPORTS_QUEUE_NAME,
  QUEUE_NAME,
  RADAR_QUEUE_NAME,
  READINGS_QUEUE_NAME,
} from '@app/contracts';
import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule } from '@nestjs/common';
import type { QueueBackend } from './queue.backend.js';

const QUEUES = [QUEUE_NAME, DELIVERIES_QUEUE_NAME, RADAR_QUEUE_NAME, IMPORTS_QUEUE_NAME, READINGS_QUEUE_NAME];

/** The queues, wherever they live. */
@Module({})
export class QueueModule {
  static on({ connection }: QueueBackend): DynamicModule {
    return {
      module: QueueModule,
      imports: [BullModule.forRoot({ connection }), BullModule.registerQueue(...QUEUES.map((name) => ({ name })))],
      exports: [BullModule],
    };
  }
}
