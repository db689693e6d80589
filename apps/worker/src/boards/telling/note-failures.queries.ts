/** What a sweep left for a candidate and could not be taken up waits longer each time, and is set aside in the end. */
import type { Database } from '@app/database';
import { withoutCredentials } from '@app/platform';
import { messageRetry } from '../../message/message-retry.policy.js';

export interface WaitingNote {
  id: string;
  candidateId: string;
}

export async function recordFailure(
  database: Database,
  table: 'sightings' | 'new_role_notes',
  { id, candidateId }: WaitingNote,
  error: Error,
): Promise<void> {
  await database.asCandidate(candidateId, async (tx) => {
    const [row]: { failures: number }[] = await tx.query(`select failures from ${table} where id = $1`, [id]);
    if (!row) return;
    const failures = row.failures + 1;
    const { seconds, park } = messageRetry(failures);
    await tx.query(
      `update ${table} set failures = $2, last_error = $3, retry_at = now() + make_interval(secs => $4),
         parked_at = case when $5 then now() end where id = $1`,
      [id, failures, withoutCredentials(error.message).slice(0, 500), seconds, park],
    );
  });
}
