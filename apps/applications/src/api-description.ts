/** The description of the API from its routes and schemas alone: nothing is started, no database is asked. */
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import type { Foundation } from './foundation.module.js';
import { describeApi } from './http/api-docs.js';

export async function apiDescription(): Promise<OpenAPIObject> {
  // In a preview nothing is made, so nothing is asked of what everything stands on.
  const module = AppModule.on({} as Foundation);
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return describeApi(app, undefined);
}
