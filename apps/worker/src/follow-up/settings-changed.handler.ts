import { candidateWithSettings, FollowUp, ledger } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../queue/envelope.js';

/** An address of one's own lets go what waited for it. Everything else reads the settings when it is its turn. */
@Injectable()
export class SettingsChanged {
  async handle(tx: EntityManager, { candidateId }: Envelope<'settings.changed.v1'>): Promise<void> {
    const { candidate } = await candidateWithSettings(tx, candidateId);
    if (candidate.email === null) return;
    const waiting = await tx.findBy(FollowUp, { state: 'held', heldWhy: 'sender_missing' });
    for (const row of waiting) {
      await tx.update(FollowUp, { id: row.id }, { state: 'waiting', heldWhy: null, heldUntil: null });
      await ledger.write(tx, row, { by: 'clock', what: 'resumed', why: 'There is an address to write from now.' });
    }
  }
}
