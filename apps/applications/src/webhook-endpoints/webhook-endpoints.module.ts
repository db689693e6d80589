import { OutboundGuard, parseAllowList } from '@app/platform';
import { Module } from '@nestjs/common';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';
import { WebhookEndpointsController } from './webhook-endpoints.controller.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';

const outboundGuard = {
  provide: OutboundGuard,
  inject: [ENV],
  useFactory: ({ OUTBOUND_ALLOW }: Env) => new OutboundGuard(parseAllowList(OUTBOUND_ALLOW)),
};

@Module({ controllers: [WebhookEndpointsController], providers: [WebhookEndpointsService, outboundGuard] })
export class WebhookEndpointsModule {}
