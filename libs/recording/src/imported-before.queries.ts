import type { EntityManager } from 'typeorm';

/** Which of these are there from an import before; what was deleted is imported again. Each is looked up by itself, in its index. */
export async function importedBefore(
  tx: EntityManager,
  candidateId: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const known: { importKey: string }[] = await tx.query(
    `select there.import_key as "importKey" from unnest($2::text[]) as wanted (key)
     cross join lateral (
       select import_key from applications
       where candidate_id = $1 and import_key = wanted.key and deleted_at is null limit 1
     ) there`,
    [candidateId, keys],
  );
  return new Set(known.map(({ importKey }) => importKey));
}
