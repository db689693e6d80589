import { id as uuid } from '@app/contracts';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Answers, AnswersAccepted } from '../http/answers.js';
import { type Caller, CandidateId, CurrentCaller } from '../http/caller.js';
import { postingAnswer, type PostingAnswer, postingBody, type PostingBody } from './postings.schemas.js';
import { PostingsService } from './postings.service.js';

@ApiTags('postings')
@Controller('api/v1/postings')
export class PostingsController {
  constructor(private readonly postings: PostingsService) {}

  /** The worker reads it, within ten seconds; the same address within the day is the same reading. */
  @Post()
  @AnswersAccepted(postingAnswer)
  async readPosting(
    @CurrentCaller() caller: Caller,
    @Body({ schema: postingBody }) body: PostingBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostingAnswer> {
    const asked = await this.postings.ask(caller, body);
    void reply.header('location', `/api/v1/postings/${asked.id}`);
    return asked;
  }

  @Get(':id')
  @Answers(postingAnswer)
  getPosting(@CandidateId() candidateId: string, @Param('id', { schema: uuid }) id: string): Promise<PostingAnswer> {
    return this.postings.get(candidateId, id);
  }
}
