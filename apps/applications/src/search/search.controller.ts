import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { CandidateId } from '../http/caller.js';
import { searchAnswer, type SearchAnswer, searchQuery, type SearchQuery } from './search.schemas.js';
import { SearchService } from './search.service.js';

@ApiTags('search')
@Controller('api/v1/search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Get()
  @Answers(searchAnswer)
  searchAll(
    @CandidateId() candidateId: string,
    @Query({ schema: searchQuery }) query: SearchQuery,
  ): Promise<SearchAnswer> {
    return this.search.find(candidateId, query);
  }
}
