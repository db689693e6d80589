import { Module } from '@nestjs/common';
import { BoardReadings } from './board-readings.service.js';
import { StreamController } from './stream.controller.js';
import { Streams } from './streams.service.js';

@Module({ controllers: [StreamController], providers: [BoardReadings, Streams] })
export class StreamModule {}
