import { Application, type Candidate } from '@app/database';
import type { EntityManager } from 'typeorm';

/** Whom nobody asked how letters go, and who has nothing that an answer could change. A sample is nobody's own. */
export async function isNewcomer(tx: EntityManager, { id, settings }: Candidate): Promise<boolean> {
  if (settings.approval !== undefined) return false;
  return !(await tx.existsBy(Application, { candidateId: id, sample: false }));
}
