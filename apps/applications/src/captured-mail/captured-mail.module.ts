import { Module } from '@nestjs/common';
import { CapturedMailController } from './captured-mail.controller.js';
import { CapturedMailService } from './captured-mail.service.js';

@Module({ controllers: [CapturedMailController], providers: [CapturedMailService] })
export class CapturedMailModule {}
