import { Controller, Header, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnswersCreated } from '../http/answers.js';
import type { Shown } from '../http/authentication.js';
import { type Caller, CurrentCaller, CurrentCredential } from '../http/caller.js';
import { signInCodeAnswer, type SignInCodeAnswer } from './sessions.schemas.js';
import { SignInsService } from './sign-ins.service.js';

@ApiTags('sessions')
@Controller('api/v1/sign-in-codes')
export class SignInCodesController {
  constructor(private readonly signIns: SignInsService) {}

  @Post()
  @Header('cache-control', 'no-store')
  @AnswersCreated(signInCodeAnswer)
  createSignInCode(@CurrentCaller() caller: Caller, @CurrentCredential() shown: Shown): Promise<SignInCodeAnswer> {
    return this.signIns.makeCode(caller, shown);
  }
}
