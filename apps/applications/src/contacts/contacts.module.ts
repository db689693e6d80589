import { Module } from '@nestjs/common';
import { ContactsController } from './contacts.controller.js';
import { ContactsService } from './contacts.service.js';
import { TouchesService } from './touches.service.js';

@Module({ controllers: [ContactsController], providers: [ContactsService, TouchesService] })
export class ContactsModule {}
