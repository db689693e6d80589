import { DEFAULT_SETTINGS, mergeSettings, type Settings } from '@app/contracts';
import type { EntityManager } from 'typeorm';
import { Candidate } from './entities/index.js';

/** The candidate of this transaction with complete settings: the defaults under what they changed. */
export async function candidateWithSettings(
  tx: EntityManager,
  candidateId: string,
): Promise<{ candidate: Candidate; settings: Settings }> {
  const candidate = await tx.findOneByOrFail(Candidate, { id: candidateId });
  return { candidate, settings: mergeSettings(DEFAULT_SETTINGS, candidate.settings) };
}
