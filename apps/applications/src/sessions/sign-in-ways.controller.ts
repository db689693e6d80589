import { Controller, Get, Inject } from '@nestjs/common';
import { ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';
import { OpenToAll } from '../http/admission.js';
import { Answers } from '../http/answers.js';
import { signInWaysAnswer, type SignInWaysAnswer } from './sessions.schemas.js';

@ApiTags('sessions')
@Controller('api/v1/sign-in-ways')
export class SignInWaysController {
  constructor(@Inject(ENV) private readonly env: Env) {}

  /** Before anybody is signed in, so that a door shows no way that leads nowhere. */
  @Get()
  @OpenToAll()
  @ApiSecurity({})
  @Answers(signInWaysAnswer)
  listSignInWays(): SignInWaysAnswer {
    return { data: this.env.DEMO ? ['token', 'code', 'demo'] : ['token', 'code'] };
  }
}
