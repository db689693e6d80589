import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { CandidateId } from '../http/caller.js';
import type { Page } from '../http/paging.js';
import { type NewRolesAnswer, newRolesPage, newRolesQuery, type NewRolesQuery } from './new-roles.schemas.js';
import { NewRolesService } from './new-roles.service.js';

@ApiTags('boards')
@Controller('api/v1/new-roles')
export class NewRolesController {
  constructor(private readonly newRoles: NewRolesService) {}

  @Get()
  @Answers(newRolesPage)
  listNewRoles(
    @CandidateId() candidateId: string,
    @Query({ schema: newRolesQuery }) query: NewRolesQuery,
  ): Promise<Page<NewRolesAnswer>> {
    return this.newRoles.list(candidateId, query);
  }
}
