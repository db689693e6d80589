import { Module } from '@nestjs/common';
import { CompaniesController } from './companies.controller.js';
import { CompaniesService } from './companies.service.js';
import { CompanyDeletion } from './company-deletion.service.js';

@Module({
  controllers: [CompaniesController],
  providers: [CompaniesService, CompanyDeletion],
  exports: [CompanyDeletion],
})
export class CompaniesModule {}
