import { Controller, Get, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HOLDS_NO_PLACE } from '../http/admission.js';
import { Answers } from '../http/answers.js';
import type { Shown } from '../http/authentication.js';
import { CurrentCredential } from '../http/caller.js';
import { changed } from './stream.schemas.js';
import { Streams } from './streams.service.js';

@ApiTags('stream')
@Controller('api/v1/stream')
export class StreamController {
  constructor(private readonly streams: Streams) {}

  /** Goes on until one of both ends it. */
  @Get()
  @RouteConfig(HOLDS_NO_PLACE)
  @ApiProduces('text/event-stream')
  @Answers(changed)
  openStream(@CurrentCredential() shown: Shown, @Req() { method }: FastifyRequest, @Res() reply: FastifyReply): void {
    if (method === 'HEAD') void reply.type('text/event-stream').send();
    else this.streams.open(shown, reply);
  }
}
