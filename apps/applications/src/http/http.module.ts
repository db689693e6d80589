import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CallerGuard } from './caller-guard.js';
import { EntityTagInterceptor } from './entity-tag.js';
import { HealthController } from './health.controller.js';
import { ProblemFilter } from './problem-filter.js';
import { QueryGuard } from './query-guard.js';
import { SchemaPipe } from './schema-pipe.js';

@Module({
  controllers: [HealthController],
  providers: [
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: CallerGuard },
    { provide: APP_GUARD, useClass: QueryGuard },
    { provide: APP_PIPE, useClass: SchemaPipe },
    { provide: APP_INTERCEPTOR, useClass: EntityTagInterceptor },
  ],
})
export class HttpModule {}
