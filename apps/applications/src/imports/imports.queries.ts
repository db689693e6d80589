import { Application } from '@app/database';
import { createHash } from 'node:crypto';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { ImportedApplication } from './linkedin-csv.policy.js';

/** Of one length, because an address may be longer than an index takes. */
export const importKey = ({ key }: ImportedApplication): string => createHash('sha256').update(key).digest('hex');

const AT_ONCE = 1_000;

/** Which of these are there from an import before; what was deleted is imported again. */
export async function importedBefore(tx: EntityManager, applications: ImportedApplication[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let start = 0; start < applications.length; start += AT_ONCE) {
    const keys = applications.slice(start, start + AT_ONCE).map(importKey);
    const rows = await tx.find(Application, {
      where: { importKey: In(keys), deletedAt: IsNull() },
      select: { id: true, importKey: true },
    });
    for (const row of rows) known.add(row.importKey!);
  }
  return known;
}
