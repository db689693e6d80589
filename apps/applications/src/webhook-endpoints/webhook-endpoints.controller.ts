import { id as uuid } from '@app/contracts';
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersAccepted, AnswersCreated, AnswersNothing } from '../http/answers.js';
import { type Caller, CandidateId, CurrentCaller } from '../http/caller.js';
import { noBody } from '../messages/messages.schemas.js';
import type { Page } from '../http/paging.js';
import {
  type DeliveryAnswer,
  deliveryPage,
  endpointAnswer,
  type EndpointAnswer,
  endpointBody,
  type EndpointBody,
  endpointPage,
  endpointPatch,
  type EndpointPatch,
  newEndpointAnswer,
  type NewEndpointAnswer,
  pageById,
  type PageById,
} from './webhook-endpoints.schemas.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';

@ApiTags('webhook-endpoints')
@Controller('api/v1/webhook-endpoints')
export class WebhookEndpointsController {
  constructor(private readonly endpoints: WebhookEndpointsService) {}

  @Get()
  @Answers(endpointPage)
  listWebhookEndpoints(
    @CandidateId() candidateId: string,
    @Query({ schema: pageById }) query: PageById,
  ): Promise<Page<EndpointAnswer>> {
    return this.endpoints.list(candidateId, query);
  }

  @Get(':id')
  @Answers(endpointAnswer)
  getWebhookEndpoint(
    @CandidateId() candidateId: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<EndpointAnswer> {
    return this.endpoints.get(candidateId, id);
  }

  @Post()
  @AnswersCreated(newEndpointAnswer)
  createWebhookEndpoint(
    @CurrentCaller() caller: Caller,
    @Body({ schema: endpointBody }) body: EndpointBody,
  ): Promise<NewEndpointAnswer> {
    return this.endpoints.create(caller, body);
  }

  @Patch(':id')
  @Answers(endpointAnswer)
  changeWebhookEndpoint(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: endpointPatch }) patch: EndpointPatch,
  ): Promise<EndpointAnswer> {
    return this.endpoints.change(caller, id, patch);
  }

  /** The former one signs too, for a day. */
  @Post(':id/secret')
  @AnswersCreated(newEndpointAnswer)
  changeWebhookSecret(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: noBody }) _: unknown,
  ): Promise<NewEndpointAnswer> {
    return this.endpoints.changeSecret(caller, id);
  }

  /** A delivery like any other, of an event that says nothing else. */
  @Post(':id/test')
  @AnswersAccepted(endpointAnswer)
  testWebhookEndpoint(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: noBody }) _: unknown,
  ): Promise<EndpointAnswer> {
    return this.endpoints.test(caller, id);
  }

  @Delete(':id')
  @AnswersNothing()
  deleteWebhookEndpoint(@CurrentCaller() caller: Caller, @Param('id', { schema: uuid }) id: string): Promise<void> {
    return this.endpoints.remove(caller, id);
  }

  @Get(':id/deliveries')
  @Answers(deliveryPage)
  listWebhookDeliveries(
    @CandidateId() candidateId: string,
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: pageById }) query: PageById,
  ): Promise<Page<DeliveryAnswer>> {
    return this.endpoints.deliveries(candidateId, id, query);
  }
}
