import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { ReflectionsController } from './reflections.controller.js';
import { ReflectionsService } from './reflections.service.js';

@Module({
  imports: [FollowUpsModule],
  controllers: [ReflectionsController],
  providers: [ReflectionsService],
})
export class ReflectionsModule {}
