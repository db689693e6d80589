import { DEFAULT_SETTINGS, mergeSettings, type Notice } from '@app/contracts';
import { Application, databaseNow } from '@app/database';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { changeCandidate, lockedCandidate, standingAcceptances } from './candidate-settings.queries.js';
import { type Looking, lookingAfter, noticeOf, type Recorded } from './looking.policy.js';
import { changeSettings } from './settings.policy.js';

/**
 * Whether the candidate looks for work, as what they record of their applications tells; answers with what is worth saying of it.
 * Once what was recorded stands in its rows; in the candidate's turn where it is an acceptance, which stops letters. What is invented
 * tells nothing.
 */
export async function bringLookingUpToDate(
  tx: EntityManager,
  ids: Ids,
  candidateId: string,
  recorded: Recorded,
): Promise<Notice | null> {
  if (await tx.existsBy(Application, { id: recorded.applicationId, sample: true })) return null;
  const candidate = await lockedCandidate(tx, candidateId);
  const { looking } = mergeSettings(DEFAULT_SETTINGS, candidate.settings);
  const before: Looking = { looking, offBy: candidate.lookingOffBy };
  const after = lookingAfter(before, recorded, await standingAcceptances(tx, candidateId), await databaseNow(tx));
  if (after.looking !== before.looking || after.offBy !== before.offBy) {
    const { overrides: settings, fields } = changeSettings(candidate.settings, { looking: after.looking });
    await changeCandidate(tx, ids, candidate, { settings, lookingOffBy: after.offBy }, fields);
  }
  return noticeOf(before, after, recorded);
}
