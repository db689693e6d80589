import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { SampleController } from './sample.controller.js';
import { SampleService } from './sample.service.js';

@Module({ imports: [ApplicationsModule], controllers: [SampleController], providers: [SampleService] })
export class SampleModule {}
