/** Rows that only the worker makes, so that what is asked of them has something to answer with. */
import { OWNER_ID, type StoredState } from '@app/contracts';
import { Database, type FollowUp } from '@app/database';
import { randomUUID } from 'node:crypto';
import { aLetter } from '../support/a-follow-up.js';
import type { ApplicationsApi } from '../support/applications-api.js';
import type { Draws } from './draws.js';
import type { Pool } from './pool.js';

type Given = Partial<FollowUp> & { state: StoredState };

const FITTING: Record<string, Given[]> = {
  approveFollowUp: [{ state: 'draft' }],
  holdFollowUp: [{ state: 'waiting' }, { state: 'draft' }],
  resumeFollowUp: [{ state: 'held' }],
  sendFollowUpNow: [{ state: 'waiting' }, { state: 'draft' }],
  markFollowUpSent: [{ state: 'unconfirmed' }],
  resendFollowUp: [{ state: 'unconfirmed' }],
  finishFollowUp: [{ state: 'waiting', kind: 'reflection', audience: 'candidate' }],
  restoreFollowUp: [
    { state: 'cancelled', endedBy: 'candidate', endedWhy: 'by_candidate', priorState: 'draft' },
    { state: 'cancelled', endedBy: 'candidate', endedWhy: 'by_candidate', priorState: 'waiting' },
  ],
};
const ANY: Given[] = [{ state: 'waiting' }, { state: 'draft' }, { state: 'sent', sentAt: new Date() }];

export class WorkerRows {
  private constructor(
    private readonly api: ApplicationsApi,
    private readonly database: Database,
    private readonly pool: Pool,
  ) {}

  static async open(api: ApplicationsApi, pool: Pool): Promise<WorkerRows> {
    return new WorkerRows(api, await Database.connect(api.db.ownerUrl, { name: 'fuzz', poolSize: 2 }), pool);
  }

  close(): Promise<void> {
    return this.database.close();
  }

  /** Now and then a fresh one, in a state that suits the operation. */
  async before(operation: string, path: string, draws: Draws): Promise<void> {
    if (path.startsWith('/api/v1/messages')) return this.aMessage(draws);
    if (!path.startsWith('/api/v1/follow-ups/{id}') || (this.pool.has('follow-ups') && draws.chance(0.5))) return;
    // What was said before, "I do not look" for one, or a job that was taken, may speak against every letter from then on.
    await this.api.db.query(
      `update candidates set name = 'Olena Koval', email = 'olena@example.org', settings = '{}', looking_off_by = null where id = $1`,
      [OWNER_ID],
    );
    const given = draws.pick(FITTING[operation] ?? ANY);
    const { id, applicationId } = await aLetter(this.database, { since: new Date(), ...given });
    await this.api.db.query(
      `insert into stage_changes (id, candidate_id, application_id, from_stage, to_stage, at)
       values ($1, $3, $4, null, 'interview', now()), ($2, $3, $4, 'interview', 'rejected', now())`,
      [randomUUID(), randomUUID(), OWNER_ID, applicationId],
    );
    this.pool.add('follow-ups', id);
  }

  private async aMessage(draws: Draws): Promise<void> {
    if (this.pool.has('messages') && draws.chance(0.5)) return;
    const id = randomUUID();
    await this.api.db.query(
      `insert into outbox (id, candidate_id, type, data, failures, last_error, parked_at)
       values ($1, $2, 'settings.changed.v1', '{"fields":["timezone"]}', 12, 'It could not be handled.', now())`,
      [id, OWNER_ID],
    );
    this.pool.add('messages', id);
  }
}
