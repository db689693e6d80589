import { Database, MailAccount } from '@app/database';
import { isLoopback } from '@app/contracts';
import { VERSION } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';
import { Site } from '../http/site.js';
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
    return {
      version: VERSION,
      mail: { captured, host: captured ? null : await this.mailServer(candidateId) },
      demo: this.env.DEMO,
      publicUrl: this.site.url,
      loopback: isLoopback(this.site.host),
      boards: true,
    };
  }

  /** This service never learns of the mail server but from who reaches it. */
  private mailServer(candidateId: string): Promise<string | null> {
    return this.database.asReader(candidateId, async (tx) => {
      const account = await tx.findOneBy(MailAccount, { candidateId: IsNull() });
      return account?.server ?? null;
    });
  }
}
