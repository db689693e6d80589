import { Module } from '@nestjs/common';
import { SessionController } from './session.controller.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';
import { SignInCodesController } from './sign-in-codes.controller.js';
import { SignInWaysController } from './sign-in-ways.controller.js';
import { SignInsService } from './sign-ins.service.js';

@Module({
  controllers: [SessionController, SessionsController, SignInCodesController, SignInWaysController],
  providers: [SessionsService, SignInsService],
})
export class SessionsModule {}
