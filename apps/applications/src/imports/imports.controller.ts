import { Body, Controller, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { type Caller, CurrentCaller } from '../http/caller.js';
import { RequestRefused } from '../http/problem.js';
import { importAnswer, type ImportAnswer, importQuery, type ImportQuery } from './imports.schemas.js';
import { ImportsService } from './imports.service.js';

@ApiTags('imports')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Post()
  @Answers(importAnswer)
  @ApiConsumes('text/csv')
  @ApiBody({
    schema: { type: 'string' },
    description: 'LinkedIn’s "Job Applications.csv" as it is exported, up to 10 MiB.',
  })
  importApplications(
    @CurrentCaller() caller: Caller,
    @Query({ schema: importQuery }) query: ImportQuery,
    @Body() file: unknown,
  ): Promise<ImportAnswer> {
    if (Buffer.isBuffer(file)) return this.imports.run(caller, file, query);
    throw new RequestRefused(415, 'unsupported_media_type', 'Send the file itself with Content-Type: text/csv.');
  }
}
