import { id as uuid } from '@app/contracts';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { type Caller, CandidateId, CurrentCaller } from '../http/caller.js';
import type { Page } from '../http/paging.js';
import {
  messageAnswer,
  type MessageAnswer,
  messagePage,
  messagesQuery,
  type MessagesQuery,
  noBody,
} from './messages.schemas.js';
import { MessagesService } from './messages.service.js';

@ApiTags('messages')
@Controller('api/v1/messages')
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Get()
  @Answers(messagePage)
  listMessages(
    @CandidateId() candidateId: string,
    @Query({ schema: messagesQuery }) query: MessagesQuery,
  ): Promise<Page<MessageAnswer>> {
    return this.messages.parked(candidateId, query);
  }

  @Post(':id/retry')
  @Answers(messageAnswer)
  retryMessage(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: noBody }) _: unknown,
  ): Promise<MessageAnswer> {
    return this.messages.retry(caller, id);
  }
}
