import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersCreated, AnswersNothing } from '../http/answers.js';
import { type Caller, CandidateId, CurrentCaller } from '../http/caller.js';
import { noBody, sampleAnswer, type SampleAnswer } from './sample.schemas.js';
import { SampleService } from './sample.service.js';

@ApiTags('sample')
@Controller('api/v1/sample')
export class SampleController {
  constructor(private readonly sample: SampleService) {}

  @Get()
  @Answers(sampleAnswer)
  getSample(@CandidateId() candidateId: string): Promise<SampleAnswer> {
    return this.sample.get(candidateId);
  }

  @Post()
  @AnswersCreated(sampleAnswer)
  addSample(@CurrentCaller() caller: Caller, @Body({ schema: noBody }) _: unknown): Promise<SampleAnswer> {
    return this.sample.add(caller);
  }

  /** With all that it caused. */
  @Delete()
  @AnswersNothing()
  removeSample(@CurrentCaller() caller: Caller): Promise<void> {
    return this.sample.remove(caller);
  }
}
