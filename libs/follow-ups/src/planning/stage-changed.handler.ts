import type { EntityManager } from 'typeorm';
import type { Envelope } from './envelope.js';
import { Replan } from './replan.service.js';

/** A new stage starts a preparation, and ends what the old one gave rise to; an acceptance reaches every letter. */
export class StageChanged {
  constructor(private readonly replan: Replan) {}

  async handle(tx: EntityManager, { candidateId, data }: Envelope<'application.stage_changed.v1'>): Promise<void> {
    await this.replan.application(tx, candidateId, data.applicationId);
    if (data.from === 'accepted' || data.to === 'accepted') await this.replan.everything(tx, candidateId);
  }

  /** One that was recorded as accepted from the first. */
  async recorded(tx: EntityManager, { candidateId, data }: Envelope<'application.recorded.v1'>): Promise<void> {
    if (data.stage === 'accepted') await this.replan.everything(tx, candidateId);
  }
}
