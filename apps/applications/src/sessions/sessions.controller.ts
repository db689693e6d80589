import { id as uuid } from '@app/contracts';
import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersNothing } from '../http/answers.js';
import type { Shown } from '../http/authentication.js';
import { type Caller, CurrentCaller, CurrentCredential } from '../http/caller.js';
import type { Page } from '../http/paging.js';
import { type OpenSessionAnswer, openSessionPage, pageById, type PageById } from './sessions.schemas.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('sessions')
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @Answers(openSessionPage)
  listSessions(
    @CurrentCredential() shown: Shown,
    @Query({ schema: pageById }) query: PageById,
  ): Promise<Page<OpenSessionAnswer>> {
    return this.sessions.list(shown, query);
  }

  @Delete(':id')
  @AnswersNothing()
  revokeSession(@CurrentCaller() caller: Caller, @Param('id', { schema: uuid }) id: string): Promise<void> {
    return this.sessions.revoke(caller, id);
  }
}
