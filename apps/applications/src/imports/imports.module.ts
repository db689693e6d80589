import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';

@Module({
  imports: [ApplicationsModule, SettingsModule],
  controllers: [ImportsController],
  providers: [ImportsService],
})
export class ImportsModule {}
