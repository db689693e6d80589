import type { EntityManager } from 'typeorm';
import type { Envelope } from './envelope.js';
import { Replan } from './replan.service.js';
import { Streaks } from './streaks.service.js';

/** A rejection becomes a plan: letter, reflection, a warm contact, and after some in a row a look at the pattern. */
export class Rejected {
  constructor(
    private readonly replan: Replan,
    private readonly streaks: Streaks,
  ) {}

  async handle(tx: EntityManager, { id, candidateId, data }: Envelope<'application.rejected.v1'>): Promise<void> {
    await this.replan.application(tx, candidateId, data.applicationId);
    await this.streaks.look(tx, candidateId, id);
  }
}
