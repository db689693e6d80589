import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { CandidateId } from '../http/caller.js';
import { todayAnswer, type TodayAnswer } from './today.schemas.js';
import { TodayService } from './today.service.js';

@ApiTags('today')
@Controller('api/v1/today')
export class TodayController {
  constructor(private readonly today: TodayService) {}

  @Get()
  @Answers(todayAnswer)
  getToday(@CandidateId() candidateId: string): Promise<TodayAnswer> {
    return this.today.show(candidateId);
  }
}
