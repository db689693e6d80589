import { id as uuid } from '@app/contracts';
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersCreated, AnswersNothing, Conditional } from '../http/answers.js';
import { type Caller, CandidateId, CurrentCaller } from '../http/caller.js';
import { noBody } from '../follow-ups/follow-ups.schemas.js';
import { oneQuery, type OneQuery, type Page } from '../http/paging.js';
import { MayBeDry } from '../previews/may-be-dry.js';
import { dryRunQuery, type DryRunQuery, type PreviewAnswer } from '../previews/previews.schemas.js';
import { Previews } from '../previews/previews.service.js';
import {
  companiesQuery,
  type CompaniesQuery,
  companyAnswer,
  type CompanyAnswer,
  companyBody,
  type CompanyBody,
  companyPage,
  companyPatch,
  type CompanyPatch,
} from './companies.schemas.js';
import { CompaniesService } from './companies.service.js';
import { CompanyDeletion } from './company-deletion.service.js';

@ApiTags('companies')
@Controller('api/v1/companies')
export class CompaniesController {
  constructor(
    private readonly companies: CompaniesService,
    private readonly deletion: CompanyDeletion,
    private readonly previews: Previews,
  ) {}

  @Get()
  @Answers(companyPage)
  listCompanies(
    @CandidateId() candidateId: string,
    @Query({ schema: companiesQuery }) query: CompaniesQuery,
  ): Promise<Page<CompanyAnswer>> {
    return this.companies.list(candidateId, query);
  }

  @Get(':id')
  @Answers(companyAnswer)
  getCompany(
    @CandidateId() candidateId: string,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: oneQuery }) query: OneQuery,
  ): Promise<CompanyAnswer> {
    return this.companies.get(candidateId, id, query);
  }

  @Post()
  @AnswersCreated(companyAnswer)
  createCompany(
    @CurrentCaller() caller: Caller,
    @Body({ schema: companyBody }) body: CompanyBody,
  ): Promise<CompanyAnswer> {
    return this.companies.create(caller, body);
  }

  @Patch(':id')
  @Answers(companyAnswer)
  @Conditional()
  changeCompany(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: companyPatch }) patch: CompanyPatch,
  ): Promise<CompanyAnswer> {
    return this.companies.change(caller, id, patch);
  }

  @Delete(':id')
  @AnswersNothing()
  @MayBeDry()
  @Conditional()
  deleteCompany(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: dryRunQuery }) query: DryRunQuery,
  ): Promise<void | PreviewAnswer> {
    return this.previews.answer(caller, query, (caller) => this.deletion.remove(caller, id));
  }

  @Post(':id/restore')
  @Answers(companyAnswer)
  restoreCompany(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: noBody }) _: unknown,
  ): Promise<CompanyAnswer> {
    return this.deletion.restore(caller, id);
  }
}
