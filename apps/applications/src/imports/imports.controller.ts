import { id as uuid, refusal } from '@app/contracts';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Answers, AnswersAccepted } from '../http/answers.js';
import { type Caller, CandidateId, CurrentCaller } from '../http/caller.js';
import type { Page } from '../http/paging.js';
import { RequestRefused } from '../http/problem.js';
import {
  type DryRunAnswer,
  dryRunAnswer,
  importAnswer,
  type ImportAnswer,
  importPage,
  importQuery,
  type ImportQuery,
  importsQuery,
  type ImportsQuery,
  noBody,
} from './imports.schemas.js';
import { ImportsService } from './imports.service.js';

@ApiTags('imports')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Post()
  @AnswersAccepted(importAnswer)
  @ApiResponse({ status: 200, description: 'Judged, with dryRun=true.', standardSchema: dryRunAnswer })
  @ApiConsumes('text/csv')
  @ApiBody({
    schema: { type: 'string' },
    description: 'LinkedIn’s "Job Applications.csv" as it is exported, up to 10 MiB.',
  })
  async importApplications(
    @CurrentCaller() caller: Caller,
    @Query({ schema: importQuery }) query: ImportQuery,
    @Body() file: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportAnswer | DryRunAnswer> {
    if (!Buffer.isBuffer(file)) {
      throw new RequestRefused(415, refusal('unsupported_media_type', { wanted: 'csv' }));
    }
    if (query.dryRun) {
      const judged = await this.imports.judge(caller, file);
      void reply.status(200);
      return judged;
    }
    const kept = await this.imports.keep(caller, file, query);
    void reply.header('location', `/api/v1/imports/${kept.id}`);
    return kept;
  }

  @Get()
  @Answers(importPage)
  listImports(
    @CandidateId() candidateId: string,
    @Query({ schema: importsQuery }) query: ImportsQuery,
  ): Promise<Page<ImportAnswer>> {
    return this.imports.list(candidateId, query);
  }

  @Get(':id')
  @Answers(importAnswer)
  getImport(@CandidateId() candidateId: string, @Param('id', { schema: uuid }) id: string): Promise<ImportAnswer> {
    return this.imports.get(candidateId, id);
  }

  @Post(':id/stop')
  @Answers(importAnswer)
  stopImport(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: noBody }) _: unknown,
  ): Promise<ImportAnswer> {
    return this.imports.stop(caller, id);
  }

  /** What it recorded and nothing was done to since is removed, for 30 days, as by hand. */
  @Post(':id/undo')
  @AnswersAccepted(importAnswer)
  undoImport(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: noBody }) _: unknown,
  ): Promise<ImportAnswer> {
    return this.imports.undo(caller, id);
  }
}
