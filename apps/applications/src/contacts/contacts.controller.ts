import { id as uuid } from '@app/contracts';
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersCreated, AnswersNothing, Conditional } from '../http/answers.js';
import { type Caller, CandidateId, CurrentCaller } from '../http/caller.js';
import { noBody } from '../follow-ups/follow-ups.schemas.js';
import { oneQuery, type OneQuery, type Page } from '../http/paging.js';
import { AnswersOrPreviews, MayBeDry } from '../previews/may-be-dry.js';
import { dryRunQuery, type DryRunQuery, type PreviewAnswer } from '../previews/previews.schemas.js';
import { Previews } from '../previews/previews.service.js';
import { ContactDeletion } from './contact-deletion.service.js';
import {
  contactAnswer,
  type ContactAnswer,
  contactBody,
  type ContactBody,
  contactPage,
  type ContactPage,
  contactPatch,
  type ContactPatch,
  contactsQuery,
  type ContactsQuery,
  touchAnswer,
  type TouchAnswer,
  touchBody,
  type TouchBody,
  touchesQuery,
  type TouchesQuery,
  touchPage,
} from './contacts.schemas.js';
import { ContactsService } from './contacts.service.js';
import { TouchesService } from './touches.service.js';

@ApiTags('contacts')
@Controller('api/v1/contacts')
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly deletion: ContactDeletion,
    private readonly previews: Previews,
    private readonly touches: TouchesService,
  ) {}

  @Get()
  @Answers(contactPage)
  listContacts(
    @CandidateId() candidateId: string,
    @Query({ schema: contactsQuery }) query: ContactsQuery,
  ): Promise<ContactPage> {
    return this.contacts.list(candidateId, query);
  }

  @Get(':id')
  @Answers(contactAnswer)
  getContact(
    @CandidateId() candidateId: string,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: oneQuery }) query: OneQuery,
  ): Promise<ContactAnswer> {
    return this.contacts.get(candidateId, id, query);
  }

  @Post()
  @AnswersCreated(contactAnswer)
  createContact(
    @CurrentCaller() caller: Caller,
    @Body({ schema: contactBody }) body: ContactBody,
  ): Promise<ContactAnswer> {
    return this.contacts.create(caller, body);
  }

  @Patch(':id')
  @AnswersOrPreviews(contactAnswer)
  @Conditional()
  changeContact(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: dryRunQuery }) query: DryRunQuery,
    @Body({ schema: contactPatch }) patch: ContactPatch,
  ): Promise<ContactAnswer | PreviewAnswer> {
    return this.previews.answer(caller, query, (caller) => this.contacts.change(caller, id, patch));
  }

  @Delete(':id')
  @AnswersNothing()
  @MayBeDry()
  @Conditional()
  deleteContact(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: dryRunQuery }) query: DryRunQuery,
  ): Promise<void | PreviewAnswer> {
    return this.previews.answer(caller, query, (caller) => this.deletion.remove(caller, id));
  }

  @Post(':id/restore')
  @Answers(contactAnswer)
  restoreContact(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: noBody }) _: unknown,
  ): Promise<ContactAnswer> {
    return this.deletion.restore(caller, id);
  }

  @Get(':id/touches')
  @Answers(touchPage)
  listTouches(
    @CandidateId() candidateId: string,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: touchesQuery }) query: TouchesQuery,
  ): Promise<Page<TouchAnswer>> {
    return this.touches.list(candidateId, id, query);
  }

  @Post(':id/touches')
  @AnswersCreated(touchAnswer)
  recordTouch(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: touchBody }) body: TouchBody,
  ): Promise<TouchAnswer> {
    return this.touches.record(caller, id, body);
  }

  @Delete(':id/touches/:touchId')
  @AnswersNothing()
  @MayBeDry()
  takeBackTouch(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Param('touchId', { schema: uuid }) touchId: string,
    @Query({ schema: dryRunQuery }) query: DryRunQuery,
  ): Promise<void | PreviewAnswer> {
    return this.previews.answer(caller, query, (caller) => this.touches.takeBack(caller, id, touchId));
  }
}
