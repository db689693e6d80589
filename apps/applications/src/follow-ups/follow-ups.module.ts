import { Module } from '@nestjs/common';
import { Deeds } from './deeds.service.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { FollowUpsService } from './follow-ups.service.js';
import { HoldsService } from './holds.service.js';
import { LettersService } from './letters.service.js';
import { RestoresService } from './restores.service.js';
import { TestLettersService } from './test-letters.service.js';

@Module({
  controllers: [FollowUpsController],
  providers: [Deeds, FollowUpsService, HoldsService, LettersService, RestoresService, TestLettersService],
  exports: [FollowUpsService, RestoresService],
})
export class FollowUpsModule {}
