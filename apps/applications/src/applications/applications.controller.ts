import { id as uuid } from '@app/contracts';
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersCreated, AnswersNothing, Conditional } from '../http/answers.js';
import { type Caller, CandidateId, CurrentCaller } from '../http/caller.js';
import { noBody } from '../follow-ups/follow-ups.schemas.js';
import type { Page } from '../http/paging.js';
import { ApplicationDeletion } from './application-deletion.service.js';
import {
  applicationAnswer,
  type ApplicationAnswer,
  applicationBody,
  type ApplicationBody,
  applicationPage,
  applicationPatch,
  type ApplicationPatch,
  applicationsQuery,
  type ApplicationsQuery,
  stageBody,
  type StageBody,
} from './applications.schemas.js';
import { ApplicationsService } from './applications.service.js';
import { StagesService } from './stages.service.js';
import { type TimelineItem, timelinePage, timelineQuery, type TimelineQuery } from './timeline.schemas.js';
import { TimelineService } from './timeline.service.js';

@ApiTags('applications')
@Controller('api/v1/applications')
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly deletion: ApplicationDeletion,
    private readonly stages: StagesService,
    private readonly timeline: TimelineService,
  ) {}

  @Get()
  @Answers(applicationPage)
  listApplications(
    @CandidateId() candidateId: string,
    @Query({ schema: applicationsQuery }) query: ApplicationsQuery,
  ): Promise<Page<ApplicationAnswer>> {
    return this.applications.list(candidateId, query);
  }

  @Get(':id')
  @Answers(applicationAnswer)
  getApplication(
    @CandidateId() candidateId: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<ApplicationAnswer> {
    return this.applications.get(candidateId, id);
  }

  @Post()
  @AnswersCreated(applicationAnswer)
  createApplication(
    @CurrentCaller() caller: Caller,
    @Body({ schema: applicationBody }) body: ApplicationBody,
  ): Promise<ApplicationAnswer> {
    return this.applications.create(caller, body);
  }

  @Patch(':id')
  @Answers(applicationAnswer)
  @Conditional()
  changeApplication(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: applicationPatch }) patch: ApplicationPatch,
  ): Promise<ApplicationAnswer> {
    return this.applications.change(caller, id, patch);
  }

  @Delete(':id')
  @AnswersNothing()
  @Conditional()
  deleteApplication(@CurrentCaller() caller: Caller, @Param('id', { schema: uuid }) id: string): Promise<void> {
    return this.deletion.remove(caller, id);
  }

  @Post(':id/restore')
  @Answers(applicationAnswer)
  restoreApplication(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: noBody }) _: unknown,
  ): Promise<ApplicationAnswer> {
    return this.deletion.restore(caller, id);
  }

  @Post(':id/stage')
  @Answers(applicationAnswer)
  @Conditional()
  moveApplication(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: stageBody }) body: StageBody,
  ): Promise<ApplicationAnswer> {
    return this.stages.move(caller, id, body);
  }

  @Get(':id/timeline')
  @Answers(timelinePage)
  getTimeline(
    @CandidateId() candidateId: string,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: timelineQuery }) query: TimelineQuery,
  ): Promise<Page<TimelineItem>> {
    return this.timeline.tell(candidateId, id, query);
  }
}
