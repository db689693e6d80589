import { Database } from '@app/database';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { CandidateId } from '../http/caller.js';
import { type Page, pageOf } from '../http/paging.js';
import { eventsPage, type ListedEvent } from './events.queries.js';
import { type EventAnswer, eventPage, eventsQuery, type EventsQuery } from './events.schemas.js';

@ApiTags('events')
@Controller('api/v1/events')
export class EventsController {
  constructor(private readonly database: Database) {}

  @Get()
  @Answers(eventPage)
  async listEvents(
    @CandidateId() candidateId: string,
    @Query({ schema: eventsQuery }) query: EventsQuery,
  ): Promise<Page<EventAnswer>> {
    const rows = await this.database.asReader(candidateId, (tx) => eventsPage(tx, query));
    return pageOf(rows, query.limit, ({ position, id }) => [position, id], show);
  }
}

const show = ({ id, type, occurredAt, data }: ListedEvent): EventAnswer => ({
  id,
  type,
  occurredAt: occurredAt.toISOString(),
  data: data as EventAnswer['data'],
});
