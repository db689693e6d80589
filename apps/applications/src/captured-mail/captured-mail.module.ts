import { Module } from '@nestjs/common';
import { BearerGuard } from '../http/bearer-guard.js';
import { CapturedMailController } from './captured-mail.controller.js';
import { CapturedMailService } from './captured-mail.service.js';

@Module({ controllers: [CapturedMailController], providers: [CapturedMailService, BearerGuard] })
export class CapturedMailModule {}
