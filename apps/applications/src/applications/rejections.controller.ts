import { id as uuid } from '@app/contracts';
import { Body, Controller, Delete, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersCreated, AnswersNothing, Conditional } from '../http/answers.js';
import { type Caller, CurrentCaller } from '../http/caller.js';
import { MayBeDry } from '../previews/may-be-dry.js';
import { dryRunQuery, type DryRunQuery, type PreviewAnswer } from '../previews/previews.schemas.js';
import { Previews } from '../previews/previews.service.js';
import { applicationAnswer, type ApplicationAnswer } from './applications.schemas.js';
import { rejectionBody, type RejectionBody, rejectionPatch, type RejectionPatch } from './rejections.schemas.js';
import { RejectionsService } from './rejections.service.js';

@ApiTags('applications')
@Controller('api/v1/applications/:id/rejection')
export class RejectionsController {
  constructor(
    private readonly rejections: RejectionsService,
    private readonly previews: Previews,
  ) {}

  @Post()
  @AnswersCreated(applicationAnswer)
  @MayBeDry()
  @Conditional()
  rejectApplication(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: dryRunQuery }) query: DryRunQuery,
    @Body({ schema: rejectionBody.prefault({}) }) body: RejectionBody,
  ): Promise<ApplicationAnswer | PreviewAnswer> {
    return this.previews.answer(caller, query, (caller) => this.rejections.reject(caller, id, body));
  }

  @Patch()
  @Answers(applicationAnswer)
  @Conditional()
  changeRejection(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: rejectionPatch }) patch: RejectionPatch,
  ): Promise<ApplicationAnswer> {
    return this.rejections.change(caller, id, patch);
  }

  @Delete()
  @AnswersNothing()
  @MayBeDry()
  @Conditional()
  revokeRejection(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: dryRunQuery }) query: DryRunQuery,
  ): Promise<void | PreviewAnswer> {
    return this.previews.answer(caller, query, (caller) => this.rejections.revoke(caller, id));
  }
}
