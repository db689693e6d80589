import { Module } from '@nestjs/common';
import { LookingService } from './looking.service.js';
import { SettingsController } from './settings.controller.js';
import { SettingsService } from './settings.service.js';

@Module({ controllers: [SettingsController], providers: [SettingsService, LookingService], exports: [LookingService] })
export class SettingsModule {}
