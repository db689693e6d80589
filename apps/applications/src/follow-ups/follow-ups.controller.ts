import { id as uuid } from '@app/contracts';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersAccepted, Conditional } from '../http/answers.js';
import { type Caller, CandidateId, CurrentCaller } from '../http/caller.js';
import type { Page } from '../http/paging.js';
import {
  cancelBody,
  type CancelBody,
  doneBody,
  type DoneBody,
  followUpAnswer,
  type FollowUpAnswer,
  followUpPage,
  followUpPatch,
  type FollowUpPatch,
  followUpsQuery,
  type FollowUpsQuery,
  manyAnswer,
  type ManyAnswer,
  manyBody,
  type ManyBody,
  noBody,
  snoozeBody,
  type SnoozeBody,
} from './follow-ups.schemas.js';
import { FollowUpsService } from './follow-ups.service.js';
import { HoldsService } from './holds.service.js';
import { letterAnswer, type LetterAnswer, testLetterAnswer, type TestLetterAnswer } from './letter.schemas.js';
import { LettersService } from './letters.service.js';
import { RestoresService } from './restores.service.js';
import { TestLettersService } from './test-letters.service.js';

const Id = () => Param('id', { schema: uuid });
const Nothing = () => Body({ schema: noBody });

@ApiTags('follow-ups')
@Controller('api/v1/follow-ups')
export class FollowUpsController {
  constructor(
    private readonly followUps: FollowUpsService,
    private readonly holds: HoldsService,
    private readonly letters: LettersService,
    private readonly restores: RestoresService,
    private readonly tests: TestLettersService,
  ) {}

  @Get()
  @Answers(followUpPage)
  listFollowUps(
    @CandidateId() candidateId: string,
    @Query({ schema: followUpsQuery }) query: FollowUpsQuery,
  ): Promise<Page<FollowUpAnswer>> {
    return this.followUps.list(candidateId, query);
  }

  @Get(':id')
  @Answers(followUpAnswer)
  getFollowUp(@CandidateId() candidateId: string, @Id() id: string): Promise<FollowUpAnswer> {
    return this.followUps.get(candidateId, id);
  }

  @Get(':id/letter')
  @Answers(letterAnswer)
  getLetter(@CandidateId() candidateId: string, @Id() id: string): Promise<LetterAnswer> {
    return this.letters.get(candidateId, id);
  }

  @Post('hold')
  @Answers(manyAnswer)
  holdFollowUps(@CurrentCaller() caller: Caller, @Body({ schema: manyBody }) { ids }: ManyBody): Promise<ManyAnswer> {
    return this.holds.many(caller, ids, 'hold');
  }

  @Post('resume')
  @Answers(manyAnswer)
  resumeFollowUps(@CurrentCaller() caller: Caller, @Body({ schema: manyBody }) { ids }: ManyBody): Promise<ManyAnswer> {
    return this.holds.many(caller, ids, 'resume');
  }

  @Patch(':id')
  @Answers(followUpAnswer)
  @Conditional()
  editFollowUp(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body({ schema: followUpPatch }) patch: FollowUpPatch,
  ): Promise<FollowUpAnswer> {
    return this.followUps.edit(caller, id, patch);
  }

  @Post(':id/snooze')
  @Answers(followUpAnswer)
  @Conditional()
  snoozeFollowUp(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body({ schema: snoozeBody }) { until }: SnoozeBody,
  ): Promise<FollowUpAnswer> {
    return this.followUps.snooze(caller, id, until);
  }

  @Post(':id/cancel')
  @Answers(followUpAnswer)
  @Conditional()
  cancelFollowUp(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body({ schema: cancelBody }) body: CancelBody,
  ): Promise<FollowUpAnswer> {
    return this.followUps.cancel(caller, id, body);
  }

  @Post(':id/approve')
  @Answers(followUpAnswer)
  @Conditional()
  approveFollowUp(@CurrentCaller() caller: Caller, @Id() id: string, @Nothing() _: unknown): Promise<FollowUpAnswer> {
    return this.followUps.approve(caller, id);
  }

  @Post(':id/hold')
  @Answers(followUpAnswer)
  @Conditional()
  holdFollowUp(@CurrentCaller() caller: Caller, @Id() id: string, @Nothing() _: unknown): Promise<FollowUpAnswer> {
    return this.holds.one(caller, id, 'hold');
  }

  @Post(':id/resume')
  @Answers(followUpAnswer)
  @Conditional()
  resumeFollowUp(@CurrentCaller() caller: Caller, @Id() id: string, @Nothing() _: unknown): Promise<FollowUpAnswer> {
    return this.holds.one(caller, id, 'resume');
  }

  @Post(':id/send-now')
  @Answers(followUpAnswer)
  @Conditional()
  sendFollowUpNow(@CurrentCaller() caller: Caller, @Id() id: string, @Nothing() _: unknown): Promise<FollowUpAnswer> {
    return this.followUps.sendNow(caller, id);
  }

  @Post(':id/mark-sent')
  @Answers(followUpAnswer)
  @Conditional()
  markFollowUpSent(@CurrentCaller() caller: Caller, @Id() id: string, @Nothing() _: unknown): Promise<FollowUpAnswer> {
    return this.followUps.markSent(caller, id);
  }

  @Post(':id/resend')
  @Answers(followUpAnswer)
  @Conditional()
  resendFollowUp(@CurrentCaller() caller: Caller, @Id() id: string, @Nothing() _: unknown): Promise<FollowUpAnswer> {
    return this.followUps.resend(caller, id);
  }

  @Post(':id/done')
  @Answers(followUpAnswer)
  @Conditional()
  finishFollowUp(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body({ schema: doneBody }) body: DoneBody,
  ): Promise<FollowUpAnswer> {
    return this.followUps.done(caller, id, body);
  }

  @Post(':id/restore')
  @Answers(followUpAnswer)
  @Conditional()
  restoreFollowUp(@CurrentCaller() caller: Caller, @Id() id: string, @Nothing() _: unknown): Promise<FollowUpAnswer> {
    return this.restores.restore(caller, id);
  }

  @Post(':id/test')
  @AnswersAccepted(testLetterAnswer)
  testLetter(@CurrentCaller() caller: Caller, @Id() id: string, @Nothing() _: unknown): Promise<TestLetterAnswer> {
    return this.tests.ask(caller, id);
  }
}
