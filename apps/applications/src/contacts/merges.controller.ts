import { id as uuid } from '@app/contracts';
import { Body, Controller, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../http/caller.js';
import { AnswersOrPreviews } from '../previews/may-be-dry.js';
import { dryRunQuery, type DryRunQuery, type PreviewAnswer } from '../previews/previews.schemas.js';
import { Previews } from '../previews/previews.service.js';
import { contactAnswer, type ContactAnswer } from './contacts.schemas.js';
import { mergeBody, type MergeBody, unmergeBody, type UnmergeBody } from './merges.schemas.js';
import { Merges } from './merges.service.js';

@ApiTags('contacts')
@Controller('api/v1/contacts/:id')
export class MergesController {
  constructor(
    private readonly merges: Merges,
    private readonly previews: Previews,
  ) {}

  @Post('merge')
  @AnswersOrPreviews(contactAnswer)
  mergeContacts(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: dryRunQuery }) query: DryRunQuery,
    @Body({ schema: mergeBody }) { from }: MergeBody,
  ): Promise<ContactAnswer | PreviewAnswer> {
    return this.previews.answer(caller, query, async (caller) => this.merges.merge(caller, id, from));
  }

  @Post('unmerge')
  @AnswersOrPreviews(contactAnswer)
  unmergeContacts(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: dryRunQuery }) query: DryRunQuery,
    @Body({ schema: unmergeBody }) { from }: UnmergeBody,
  ): Promise<ContactAnswer | PreviewAnswer> {
    return this.previews.answer(caller, query, (caller) => this.merges.unmerge(caller, id, from));
  }
}
