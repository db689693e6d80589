import { refusal } from '@app/contracts';
import { Database, OutboxMessage } from '@app/database';
import { RuleViolation } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, Not } from 'typeorm';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { type Page, pageOf } from '../http/paging.js';
import type { MessageAnswer, MessagesQuery } from './messages.schemas.js';

/** Facts that nothing could be made of: shown with what went wrong, and handed to the worker again. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  async parked(candidateId: string, { limit, cursor }: MessagesQuery): Promise<Page<MessageAnswer>> {
    const rows = await this.database.asReader(candidateId, (tx) =>
      tx.find(OutboxMessage, {
        where: { parkedAt: Not(IsNull()), ...(cursor && { id: LessThan(cursor[0]) }) },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
    return pageOf(rows, limit, ({ id }) => [id], show);
  }

  retry(caller: Caller, id: string): Promise<MessageAnswer> {
    return this.commands.run(caller, async (tx) => {
      const message = await tx.findOne(OutboxMessage, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!message) {
        throw new RuleViolation(refusal('not_found', { what: 'message', id }), { kind: 'not_found' });
      }
      if (message.parkedAt === null) throw new RuleViolation(refusal('not_parked'));
      await tx.query('update outbox set parked_at = null, failures = 0, retry_at = now() where id = $1', [id]);
      return show(await tx.findOneByOrFail(OutboxMessage, { id }));
    });
  }
}

function show({ id, type, createdAt, parkedAt, failures, lastError }: OutboxMessage): MessageAnswer {
  return {
    id,
    type,
    createdAt: createdAt.toISOString(),
    parkedAt: parkedAt?.toISOString() ?? null,
    failures,
    lastError,
  };
}
