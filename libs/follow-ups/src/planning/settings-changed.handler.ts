import type { EntityManager } from 'typeorm';
import type { Envelope } from './envelope.js';
import { forgetRefusals } from './changed-sender.queries.js';
import { Replan } from './replan.service.js';

/** What waits is moved, held and let go by the settings of now. */
export class SettingsChanged {
  constructor(private readonly replan: Replan) {}

  async handle(tx: EntityManager, { candidateId, data }: Envelope<'settings.changed.v1'>): Promise<void> {
    if (data.fields.includes('email')) await forgetRefusals(tx, candidateId);
    await this.replan.everything(tx, candidateId);
  }

  /** Its cooldown moves the half-years of those who work there, and of some there are hundreds. */
  async ofCompany(tx: EntityManager, { candidateId, data }: Envelope<'company.changed.v1'>): Promise<void> {
    if (data.fields.includes('cooldown')) await this.replan.everything(tx, candidateId);
  }
}
