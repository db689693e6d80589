import { Module } from '@nestjs/common';
import { PostingsController } from './postings.controller.js';
import { PostingsService } from './postings.service.js';

@Module({ controllers: [PostingsController], providers: [PostingsService] })
export class PostingsModule {}
