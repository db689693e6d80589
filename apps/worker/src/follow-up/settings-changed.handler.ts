import { candidateWithSettings, FollowUp, ledger } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../queue/envelope.js';
import { KeepWarm } from './keep-warm.service.js';

/** What waited for a setting goes on. Everything else reads the settings when it is its turn. */
@Injectable()
export class SettingsChanged {
  constructor(private readonly keepWarm: KeepWarm) {}

  async handle(tx: EntityManager, { candidateId, data }: Envelope<'settings.changed.v1'>): Promise<void> {
    const { candidate, settings } = await candidateWithSettings(tx, candidateId);
    if (candidate.email !== null) await this.resume(tx, candidate.name !== null);
    if (settings.looking && data.fields.includes('looking')) await this.keepWarmAgain(tx, candidateId);
  }

  /** A reminder needs an address to go to; a letter is signed as well. */
  private async resume(tx: EntityManager, isNamed: boolean): Promise<void> {
    const held = { state: 'held', heldWhy: 'sender_missing' } as const;
    const waiting = await tx.findBy(FollowUp, isNamed ? held : { ...held, audience: 'candidate' });
    for (const row of waiting) {
      const change = { state: 'waiting', heldWhy: null, heldUntil: null } as const;
      await tx.update(FollowUp, { id: row.id }, { ...change, updatedAt: () => 'now()' });
      await ledger.write(tx, row, {
        by: 'clock',
        what: 'resumed',
        why: 'What was missing of whom it is from is there now.',
      });
    }
  }

  /** The half-year reminders ended or were not planned while the candidate did not look. */
  private async keepWarmAgain(tx: EntityManager, candidateId: string): Promise<void> {
    const rows: { contact_id: string }[] = await tx.query(
      `select distinct contact_id from applications where stage = 'rejected' and contact_id is not null order by contact_id`,
    );
    for (const { contact_id } of rows) await this.keepWarm.set(tx, candidateId, contact_id);
  }
}
