import type { StoredState } from '@app/contracts';
import type { TestDatabase } from '../support/test-database.js';
import type { FollowUpRow } from './follow-up-rows.js';
import type { Model } from './model.js';

/** The rows once every fact was handled. */
export interface Quiet {
  db: TestDatabase;
  model: Model;
  rows: FollowUpRow[];
  now: Date;
}

export const AHEAD = new Set<StoredState>(['waiting', 'held', 'sending', 'retrying']);
