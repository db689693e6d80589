import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';

@Module({ imports: [ApplicationsModule], controllers: [ImportsController], providers: [ImportsService] })
export class ImportsModule {}
