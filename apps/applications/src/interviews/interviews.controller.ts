import { id as uuid } from '@app/contracts';
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersCreated, AnswersNothing, Conditional } from '../http/answers.js';
import { type Caller, CandidateId, CurrentCaller } from '../http/caller.js';
import type { Page } from '../http/paging.js';
import {
  interviewAnswer,
  type InterviewAnswer,
  interviewBody,
  type InterviewBody,
  interviewPage,
  interviewPatch,
  type InterviewPatch,
  interviewsQuery,
  type InterviewsQuery,
} from './interviews.schemas.js';
import { InterviewsService } from './interviews.service.js';

@ApiTags('applications')
@Controller('api/v1/applications/:id/interviews')
export class InterviewsController {
  constructor(private readonly interviews: InterviewsService) {}

  @Get()
  @Answers(interviewPage)
  listInterviews(
    @CandidateId() candidateId: string,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: interviewsQuery }) query: InterviewsQuery,
  ): Promise<Page<InterviewAnswer>> {
    return this.interviews.list(candidateId, id, query);
  }

  @Get(':interviewId')
  @Answers(interviewAnswer)
  getInterview(
    @CandidateId() candidateId: string,
    @Param('id', { schema: uuid }) id: string,
    @Param('interviewId', { schema: uuid }) interviewId: string,
  ): Promise<InterviewAnswer> {
    return this.interviews.get(candidateId, id, interviewId);
  }

  @Post()
  @AnswersCreated(interviewAnswer)
  addInterview(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: interviewBody }) body: InterviewBody,
  ): Promise<InterviewAnswer> {
    return this.interviews.add(caller, id, body);
  }

  @Patch(':interviewId')
  @Answers(interviewAnswer)
  @Conditional()
  moveInterview(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Param('interviewId', { schema: uuid }) interviewId: string,
    @Body({ schema: interviewPatch }) patch: InterviewPatch,
  ): Promise<InterviewAnswer> {
    return this.interviews.move(caller, id, interviewId, patch);
  }

  @Delete(':interviewId')
  @AnswersNothing()
  @Conditional()
  takeAwayInterview(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Param('interviewId', { schema: uuid }) interviewId: string,
  ): Promise<void> {
    return this.interviews.takeAway(caller, id, interviewId);
  }
}
