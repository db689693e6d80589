import { Module } from '@nestjs/common';
import { CapturedMailKey } from './captured-mail-key.js';
import { CapturedMailController } from './captured-mail.controller.js';
import { CapturedMailService } from './captured-mail.service.js';

@Module({ controllers: [CapturedMailController], providers: [CapturedMailService, CapturedMailKey] })
export class CapturedMailModule {}
