import { id as uuid } from '@app/contracts';
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersCreated, AnswersNothing, Conditional } from '../http/answers.js';
import { type Caller, CandidateId, CurrentCaller } from '../http/caller.js';
import {
  observationBody,
  type ObservationBody,
  vacanciesQuery,
  type VacanciesQuery,
  vacancyAnswer,
  type VacancyAnswer,
  vacancyBody,
  type VacancyBody,
  type VacancyPage,
  vacancyPage,
  vacancyPatch,
  type VacancyPatch,
  vacancyWithHistory,
  type VacancyWithHistory,
} from './vacancies.schemas.js';
import { VacanciesService } from './vacancies.service.js';

@ApiTags('vacancies')
@Controller('api/v1/vacancies')
export class VacanciesController {
  constructor(private readonly vacancies: VacanciesService) {}

  @Get()
  @Answers(vacancyPage)
  listVacancies(
    @CandidateId() candidateId: string,
    @Query({ schema: vacanciesQuery }) query: VacanciesQuery,
  ): Promise<VacancyPage> {
    return this.vacancies.list(candidateId, query);
  }

  @Get(':id')
  @Answers(vacancyWithHistory)
  getVacancy(
    @CandidateId() candidateId: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<VacancyWithHistory> {
    return this.vacancies.get(candidateId, id);
  }

  @Post()
  @AnswersCreated(vacancyAnswer)
  createVacancy(
    @CurrentCaller() caller: Caller,
    @Body({ schema: vacancyBody }) body: VacancyBody,
  ): Promise<VacancyAnswer> {
    return this.vacancies.create(caller, body);
  }

  @Patch(':id')
  @Answers(vacancyAnswer)
  @Conditional()
  changeVacancy(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: vacancyPatch }) patch: VacancyPatch,
  ): Promise<VacancyAnswer> {
    return this.vacancies.change(caller, id, patch);
  }

  @Delete(':id')
  @AnswersNothing()
  @Conditional()
  deleteVacancy(@CurrentCaller() caller: Caller, @Param('id', { schema: uuid }) id: string): Promise<void> {
    return this.vacancies.remove(caller, id);
  }

  @Post(':id/observations')
  @AnswersCreated(vacancyWithHistory)
  observeVacancy(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: observationBody }) body: ObservationBody,
  ): Promise<VacancyWithHistory> {
    return this.vacancies.observe(caller, id, body);
  }
}
