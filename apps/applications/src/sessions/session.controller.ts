import { Body, Controller, Delete, Get, Header, Post, Req, Res } from '@nestjs/common';
import { ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../http/admission.js';
import { Answers, AnswersCreated, AnswersNothing } from '../http/answers.js';
import type { Shown } from '../http/authentication.js';
import { type Caller, CurrentCaller, CurrentCredential } from '../http/caller.js';
import { refuseForeignPage } from '../http/origin.js';
import { cookieOf, noCookie } from '../http/session-cookie.js';
import { Site } from '../http/site.js';
import { sessionAnswer, type SessionAnswer, signInBody, type SignInBody } from './sessions.schemas.js';
import { SessionsService } from './sessions.service.js';
import { SignInsService } from './sign-ins.service.js';

@ApiTags('sessions')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly signIns: SignInsService,
    private readonly sessions: SessionsService,
    private readonly site: Site,
  ) {}

  /** Answers with the cookie of the session. */
  @OpenToAll()
  @Post()
  @ApiSecurity({})
  @Header('cache-control', 'no-store')
  @AnswersCreated(sessionAnswer)
  async signIn(
    @Body({ schema: signInBody }) body: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    refuseForeignPage(request, this.site);
    const { secret, shown } = await this.signIns.signIn(body, request.headers['user-agent'] ?? '');
    void reply.header('set-cookie', cookieOf(this.site, secret));
    return this.sessions.get(shown);
  }

  @Get()
  @Header('cache-control', 'no-store')
  @Answers(sessionAnswer)
  getSession(@CurrentCredential() shown: Shown): Promise<SessionAnswer> {
    return this.sessions.get(shown);
  }

  /** Whoever comes with a token has no session, and after it none either. */
  @Delete()
  @AnswersNothing()
  async signOut(
    @CurrentCaller() caller: Caller,
    @CurrentCredential() { kind, id }: Shown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (kind === 'session') await this.sessions.revoke(caller, id);
    void reply.header('set-cookie', noCookie(this.site));
  }
}
