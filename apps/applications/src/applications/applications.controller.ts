import { id as uuid } from '@app/contracts';
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersCreated, AnswersNothing, Conditional } from '../http/answers.js';
import { type Caller, CandidateId, CurrentCaller } from '../http/caller.js';
import { noBody } from '../follow-ups/follow-ups.schemas.js';
import { oneQuery, type OneQuery, type Page } from '../http/paging.js';
import { AnswersOrPreviews, MayBeDry } from '../previews/may-be-dry.js';
import { dryRunQuery, type DryRunQuery, type PreviewAnswer } from '../previews/previews.schemas.js';
import { Previews } from '../previews/previews.service.js';
import { ApplicationDeletion } from './application-deletion.service.js';
import {
  applicationAnswer,
  type ApplicationAnswer,
  applicationBody,
  type ApplicationBody,
  applicationPage,
  type ApplicationPage,
  applicationPatch,
  type ApplicationPatch,
  applicationsQuery,
  type ApplicationsQuery,
  stageBody,
  type StageBody,
} from './applications.schemas.js';
import { ApplicationsService } from './applications.service.js';
import { planAnswer, type PlanAnswer, planQuery, type PlanQuery } from './plan.schemas.js';
import { PlanService } from './plan.service.js';
import { StagesService } from './stages.service.js';
import { type TimelineItem, timelinePage, timelineQuery, type TimelineQuery } from './timeline.schemas.js';
import { TimelineService } from './timeline.service.js';

@ApiTags('applications')
@Controller('api/v1/applications')
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly deletion: ApplicationDeletion,
    private readonly plan: PlanService,
    private readonly previews: Previews,
    private readonly stages: StagesService,
    private readonly timeline: TimelineService,
  ) {}

  @Get()
  @Answers(applicationPage)
  listApplications(
    @CandidateId() candidateId: string,
    @Query({ schema: applicationsQuery }) query: ApplicationsQuery,
  ): Promise<ApplicationPage> {
    return this.applications.list(candidateId, query);
  }

  @Get(':id')
  @Answers(applicationAnswer)
  getApplication(
    @CandidateId() candidateId: string,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: oneQuery }) query: OneQuery,
  ): Promise<ApplicationAnswer> {
    return this.applications.get(candidateId, id, query);
  }

  @Post()
  @AnswersCreated(applicationAnswer)
  @MayBeDry()
  createApplication(
    @CurrentCaller() caller: Caller,
    @Query({ schema: dryRunQuery }) query: DryRunQuery,
    @Body({ schema: applicationBody }) body: ApplicationBody,
  ): Promise<ApplicationAnswer | PreviewAnswer> {
    return this.previews.answer(caller, query, (caller) => this.applications.create(caller, body));
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
  @MayBeDry()
  @Conditional()
  async deleteApplication(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: dryRunQuery }) query: DryRunQuery,
  ): Promise<void | PreviewAnswer> {
    const answer = await this.previews.answer(caller, query, (caller) => this.deletion.remove(caller, id));
    if ('starts' in answer) return answer;
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
  @AnswersOrPreviews(applicationAnswer)
  @Conditional()
  moveApplication(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: dryRunQuery }) query: DryRunQuery,
    @Body({ schema: stageBody }) body: StageBody,
  ): Promise<ApplicationAnswer | PreviewAnswer> {
    return this.previews.answer(caller, query, (caller) => this.stages.move(caller, id, body));
  }

  @Get(':id/plan')
  @Answers(planAnswer)
  getPlan(
    @CandidateId() candidateId: string,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: planQuery }) query: PlanQuery,
  ): Promise<PlanAnswer> {
    return this.plan.show(candidateId, id, query);
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
