import { MailAccount, OutboxMessage, WorkerHeard } from '@app/database';
import { type EntityManager, IsNull, Not } from 'typeorm';
import type { InstanceAnswer } from './instance.schemas.js';

/** This service never learns of mail server and worker but from what the worker writes. */
export async function standing(
  tx: EntityManager,
): Promise<Pick<InstanceAnswer, 'database' | 'worker' | 'waiting'> & { server: string | null }> {
  const account = await tx.findOneBy(MailAccount, { candidateId: IsNull() });
  const heard = await tx.findOneBy(WorkerHeard, { id: 1 });
  const [{ version }]: [{ version: string }] = await tx.query(`select current_setting('server_version') as version`);
  const [oldest] = await tx.find(OutboxMessage, { where: { parkedAt: IsNull() }, order: { id: 'ASC' }, take: 1 });
  return {
    server: account?.server ?? null,
    database: { version },
    worker: heard && { heardAt: heard.heardAt.toISOString(), queue: heard.queue, version: heard.version },
    waiting: {
      messages: await tx.countBy(OutboxMessage, { parkedAt: IsNull() }),
      since: oldest?.createdAt.toISOString() ?? null,
      parked: await tx.countBy(OutboxMessage, { parkedAt: Not(IsNull()) }),
    },
  };
}
