import { Database, NewRoleNote } from '@app/database';
import { Injectable } from '@nestjs/common';
import { NewRolesFound } from '../../follow-up/new-roles.service.js';
import { recordFailure, type WaitingNote } from './note-failures.queries.js';

const LATER = '10 minutes';

/** Takes up, as the candidate, that new roles appeared on a board they watch: telling and forgetting is one transaction. */
@Injectable()
export class NewRoleNotes {
  constructor(
    private readonly database: Database,
    private readonly found: NewRolesFound,
  ) {}

  async handle(waiting: WaitingNote): Promise<void> {
    const { id, candidateId } = waiting;
    try {
      await this.database.inTurn(candidateId, async (tx) => {
        const note = await tx.findOneBy(NewRoleNote, { id });
        if (!note || note.parkedAt) return;
        if (await this.found.tell(tx, note)) await tx.delete(NewRoleNote, { id });
        else await tx.query(`update new_role_notes set retry_at = now() + $2::interval where id = $1`, [id, LATER]);
      });
    } catch (error) {
      await recordFailure(this.database, 'new_role_notes', waiting, error as Error);
      throw error;
    }
  }
}
