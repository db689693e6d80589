import { Module } from '@nestjs/common';
import { PreviewsModule } from '../previews/previews.module.js';
import { CompaniesController } from './companies.controller.js';
import { CompaniesService } from './companies.service.js';
import { CompanyDeletion } from './company-deletion.service.js';

@Module({
  imports: [PreviewsModule],
  controllers: [CompaniesController],
  providers: [CompaniesService, CompanyDeletion],
  exports: [CompanyDeletion],
})
export class CompaniesModule {}
