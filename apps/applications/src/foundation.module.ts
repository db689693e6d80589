/** What every feature stands on, made once before Nest starts. */
import { Database } from '@app/database';
import { Ids, type Logger, OutboundGuard, parseAllowList, Sealer } from '@app/platform';
import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Env } from './env.js';
import { Commands } from './http/commands.js';
import { Site } from './http/site.js';

export const ENV = Symbol('env');
export const LOGGER = Symbol('logger');

export interface Foundation {
  env: Env;
  database: Database;
  ids: Ids;
  logger: Logger;
  sealer: Sealer;
  site: Site;
}

const OUTBOUND = {
  provide: OutboundGuard,
  inject: [ENV],
  useFactory: ({ OUTBOUND_ALLOW }: Env) => new OutboundGuard(parseAllowList(OUTBOUND_ALLOW)),
};

@Global()
@Module({})
export class FoundationModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  static of({ env, database, ids, logger, sealer, site }: Foundation): DynamicModule {
    const parts = [
      { provide: ENV, useValue: env },
      { provide: LOGGER, useValue: logger },
      { provide: Database, useValue: database },
      { provide: Ids, useValue: ids },
      { provide: Sealer, useValue: sealer },
      { provide: Site, useValue: site },
      OUTBOUND,
      Commands,
    ];
    return { module: FoundationModule, providers: parts, exports: parts };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
