import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { PreviewsModule } from '../previews/previews.module.js';
import { ContactDeletion } from './contact-deletion.service.js';
import { ContactsController } from './contacts.controller.js';
import { Merges } from './merges.service.js';
import { MergesController } from './merges.controller.js';
import { ContactsService } from './contacts.service.js';
import { TouchesService } from './touches.service.js';

@Module({
  imports: [CompaniesModule, PreviewsModule],
  controllers: [ContactsController, MergesController],
  providers: [ContactsService, ContactDeletion, Merges, TouchesService],
  exports: [ContactDeletion],
})
export class ContactsModule {}
