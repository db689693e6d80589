import { Database } from '@app/database';
import { isLoopback } from '@app/contracts';
import { VERSION } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';
import { Site } from '../http/site.js';
import { standing } from './instance.queries.js';
import type { InstanceAnswer } from './instance.schemas.js';

/** What the installation is, as far as whoever uses it has to know. */
@Injectable()
export class InstanceService {
  constructor(
    private readonly database: Database,
    private readonly site: Site,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async get(candidateId: string): Promise<InstanceAnswer> {
    const captured = this.env.CAPTURED_MAIL_DIR !== undefined;
    const { server, ...work } = await this.database.asReader(candidateId, standing);
    return {
      version: VERSION,
      mail: { captured, host: captured ? null : server },
      ...work,
      demo: this.env.DEMO,
      publicUrl: this.site.url,
      loopback: isLoopback(this.site.host),
      boards: true,
    };
  }
}
