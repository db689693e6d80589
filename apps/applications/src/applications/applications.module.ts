import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { ContactsModule } from '../contacts/contacts.module.js';
import { PreviewsModule } from '../previews/previews.module.js';
import { ApplicationDeletion } from './application-deletion.service.js';
import { ApplicationsController } from './applications.controller.js';
import { ApplicationsService } from './applications.service.js';
import { PlanService } from './plan.service.js';
import { RejectionsController } from './rejections.controller.js';
import { SettingsModule } from '../settings/settings.module.js';
import { RejectionsService } from './rejections.service.js';
import { StagesService } from './stages.service.js';
import { TimelineService } from './timeline.service.js';

@Module({
  imports: [CompaniesModule, ContactsModule, PreviewsModule, SettingsModule],
  controllers: [ApplicationsController, RejectionsController],
  providers: [ApplicationsService, ApplicationDeletion, PlanService, RejectionsService, StagesService, TimelineService],
  exports: [ApplicationsService, RejectionsService],
})
export class ApplicationsModule {}
