import { id as uuid } from '@app/contracts';
import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersAccepted, AnswersCreated, AnswersNothing } from '../http/answers.js';
import { type Caller, CandidateId, CurrentCaller } from '../http/caller.js';
import type { Page } from '../http/paging.js';
import {
  boardAnswer,
  type BoardAnswer,
  boardBody,
  type BoardBody,
  boardPage,
  type BoardPostingAnswer,
  boardPostingPage,
  boardPostingsQuery,
  type BoardPostingsQuery,
  boardsQuery,
  type BoardsQuery,
  boardWithSweeps,
  type BoardWithSweeps,
} from './boards.schemas.js';
import { BoardsService } from './boards.service.js';

@ApiTags('boards')
@Controller('api/v1/boards')
export class BoardsController {
  constructor(private readonly boards: BoardsService) {}

  @Get()
  @Answers(boardPage)
  listBoards(
    @CandidateId() candidateId: string,
    @Query({ schema: boardsQuery }) query: BoardsQuery,
  ): Promise<Page<BoardAnswer>> {
    return this.boards.list(candidateId, query);
  }

  @Get(':id')
  @Answers(boardWithSweeps)
  getBoard(@CandidateId() candidateId: string, @Param('id', { schema: uuid }) id: string): Promise<BoardWithSweeps> {
    return this.boards.get(candidateId, id);
  }

  @Get(':id/postings')
  @Answers(boardPostingPage)
  listBoardPostings(
    @CandidateId() candidateId: string,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: boardPostingsQuery }) query: BoardPostingsQuery,
  ): Promise<Page<BoardPostingAnswer>> {
    return this.boards.postings(candidateId, id, query);
  }

  @Post()
  @AnswersCreated(boardAnswer)
  watchBoard(@CurrentCaller() caller: Caller, @Body({ schema: boardBody }) body: BoardBody): Promise<BoardAnswer> {
    return this.boards.watch(caller, body);
  }

  @Delete(':id')
  @AnswersNothing()
  unwatchBoard(@CurrentCaller() caller: Caller, @Param('id', { schema: uuid }) id: string): Promise<void> {
    return this.boards.unwatch(caller, id);
  }

  @Post(':id/sweep')
  @AnswersAccepted(boardAnswer)
  sweepBoard(@CurrentCaller() caller: Caller, @Param('id', { schema: uuid }) id: string): Promise<BoardAnswer> {
    return this.boards.sweep(caller, id);
  }
}
