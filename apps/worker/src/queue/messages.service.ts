import type { Hint } from '@app/contracts';
import { Database, OutboxMessage } from '@app/database';
import { withoutCredentials } from '@app/platform';
import { type Envelope, Planning } from '@app/follow-ups';
import { Injectable } from '@nestjs/common';
import { WorkerLogger } from '../worker.logger.js';
import { Fanout } from '../effects/webhook/fanout.service.js';
import { messageRetry } from '../message/message-retry.policy.js';

/** Gives each message of the outbox to its handler, once: handling and forgetting it is one transaction. */
@Injectable()
export class Messages {
  constructor(
    private readonly database: Database,
    private readonly planning: Planning,
    private readonly fanout: Fanout,
    private readonly logger: WorkerLogger,
  ) {}

  async handle({ id, candidateId }: Hint): Promise<void> {
    try {
      await this.database.inTurn(candidateId, async (tx) => {
        const row = await tx.findOneBy(OutboxMessage, { id });
        if (!row || row.parkedAt) return;
        const message = { id, candidateId, type: row.type, data: row.data } as Envelope;
        await this.planning.handle(tx, message);
        await this.fanout.deliver(tx, message);
        await tx.delete(OutboxMessage, { id });
      });
    } catch (error) {
      await this.recordFailure(id, candidateId, error as Error);
      throw error;
    }
  }

  private async recordFailure(id: string, candidateId: string, error: Error): Promise<void> {
    await this.database.asCandidate(candidateId, async (tx) => {
      const row = await tx.findOne(OutboxMessage, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) return;
      const failures = row.failures + 1;
      const { seconds, park } = messageRetry(failures);
      await tx.query(
        `update outbox set failures = $2, last_error = $3, retry_at = now() + make_interval(secs => $4),
           parked_at = case when $5 then now() end where id = $1`,
        [id, failures, withoutCredentials(error.message).slice(0, 500), seconds, park],
      );
      if (park) {
        const facts = { message: id, type: row.type, candidate: candidateId, failures };
        this.logger.pino.error(facts, `a message is set aside; POST /api/v1/messages/${id}/retry hands it over again`);
      }
    });
  }
}
