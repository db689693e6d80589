import { Module } from '@nestjs/common';
import { PreviewsModule } from '../previews/previews.module.js';
import { LookingService } from './looking.service.js';
import { SettingsController } from './settings.controller.js';
import { SettingsService } from './settings.service.js';

@Module({
  imports: [PreviewsModule],
  controllers: [SettingsController],
  providers: [SettingsService, LookingService],
  exports: [LookingService],
})
export class SettingsModule {}
