import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { CandidateId } from '../http/caller.js';
import type { Page } from '../http/paging.js';
import {
  type ListedRejection,
  rejectionPage,
  rejectionsInsight,
  type RejectionsInsight,
  rejectionsQuery,
  type RejectionsQuery,
} from './insights.schemas.js';
import { InsightsService } from './insights.service.js';

@ApiTags('insights')
@Controller('api/v1')
export class InsightsController {
  constructor(private readonly insights: InsightsService) {}

  @Get('insights/rejections')
  @Answers(rejectionsInsight)
  getRejectionsInsight(@CandidateId() candidateId: string): Promise<RejectionsInsight> {
    return this.insights.rejections(candidateId);
  }

  @Get('rejections')
  @Answers(rejectionPage)
  listRejections(
    @CandidateId() candidateId: string,
    @Query({ schema: rejectionsQuery }) query: RejectionsQuery,
  ): Promise<Page<ListedRejection>> {
    return this.insights.list(candidateId, query);
  }
}
