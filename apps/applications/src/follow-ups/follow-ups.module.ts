import { Module } from '@nestjs/common';
import { FollowUpsController } from './follow-ups.controller.js';
import { FollowUpsService } from './follow-ups.service.js';
import { LettersService } from './letters.service.js';
import { RestoresService } from './restores.service.js';
import { TestLettersService } from './test-letters.service.js';

@Module({
  controllers: [FollowUpsController],
  providers: [FollowUpsService, LettersService, RestoresService, TestLettersService],
  exports: [FollowUpsService, RestoresService],
})
export class FollowUpsModule {}
