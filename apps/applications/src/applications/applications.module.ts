import { Module } from '@nestjs/common';
import { ApplicationsController } from './applications.controller.js';
import { ApplicationsService } from './applications.service.js';
import { RejectionsController } from './rejections.controller.js';
import { SettingsModule } from '../settings/settings.module.js';
import { RejectionsService } from './rejections.service.js';
import { StagesService } from './stages.service.js';
import { TimelineService } from './timeline.service.js';

@Module({
  imports: [SettingsModule],
  controllers: [ApplicationsController, RejectionsController],
  providers: [ApplicationsService, RejectionsService, StagesService, TimelineService],
  exports: [ApplicationsService],
})
export class ApplicationsModule {}
