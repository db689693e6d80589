import { Application } from '@app/database';
import { type EntityManager, In, IsNull } from 'typeorm';

const AT_ONCE = 1_000;

/** Which of these are there from an import before; what was deleted is imported again. */
export async function importedBefore(
  tx: EntityManager,
  candidateId: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const known = new Set<string>();
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    const rows = await tx.find(Application, {
      where: { candidateId, importKey: In(keys.slice(start, start + AT_ONCE)), deletedAt: IsNull() },
      select: { id: true, importKey: true },
    });
    for (const row of rows) known.add(row.importKey!);
  }
  return known;
}
