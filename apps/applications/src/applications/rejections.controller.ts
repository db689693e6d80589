import { id as uuid } from '@app/contracts';
import { Body, Controller, Delete, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersCreated, AnswersNothing, Conditional } from '../http/answers.js';
import { type Caller, CurrentCaller } from '../http/caller.js';
import { applicationAnswer, type ApplicationAnswer } from './applications.schemas.js';
import { rejectionBody, type RejectionBody, rejectionPatch, type RejectionPatch } from './rejections.schemas.js';
import { RejectionsService } from './rejections.service.js';

@ApiTags('applications')
@Controller('api/v1/applications/:id/rejection')
export class RejectionsController {
  constructor(private readonly rejections: RejectionsService) {}

  @Post()
  @AnswersCreated(applicationAnswer)
  @Conditional()
  rejectApplication(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: rejectionBody.prefault({}) }) body: RejectionBody,
  ): Promise<ApplicationAnswer> {
    return this.rejections.reject(caller, id, body);
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
  @Conditional()
  revokeRejection(@CurrentCaller() caller: Caller, @Param('id', { schema: uuid }) id: string): Promise<void> {
    return this.rejections.revoke(caller, id);
  }
}
