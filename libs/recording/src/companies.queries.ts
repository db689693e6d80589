import { Company } from '@app/database';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { nameKey } from './company-key.policy.js';

export type NamedCompany = Pick<Company, 'id' | 'name'>;

/** By `nameKey`. Whoever deletes one of them meanwhile waits, and finds it in use. */
export async function findOrCreateCompanies(
  tx: EntityManager,
  ids: Ids,
  candidateId: string,
  names: readonly string[],
): Promise<Map<string, NamedCompany>> {
  const spelled = new Map<string, string>();
  for (const name of names) if (!spelled.has(nameKey(name))) spelled.set(nameKey(name), name);
  const known = await companiesOf(tx, candidateId, [...spelled.keys()]);
  const missing = [...spelled].filter(([key]) => !known.has(key));
  if (missing.length === 0) return known;
  const rows = missing.map(([key, name]) => ({ id: ids.next(), candidateId, name, nameKey: key }));
  // In one order, so that two who make the same ones wait for each other one after the other.
  rows.sort((one, other) => (one.nameKey < other.nameKey ? -1 : 1));
  await tx.createQueryBuilder().insert().into(Company).values(rows).orIgnore().execute();
  const made = await companiesOf(
    tx,
    candidateId,
    missing.map(([key]) => key),
  );
  return new Map([...known, ...made]);
}

/** For every resource that names its company. */
export async function findOrCreateCompany(
  tx: EntityManager,
  ids: Ids,
  candidateId: string,
  name: string,
): Promise<NamedCompany> {
  const companies = await findOrCreateCompanies(tx, ids, candidateId, [name]);
  return companies.get(nameKey(name))!;
}

/** In one order, each by itself in its index, and locked. */
async function companiesOf(tx: EntityManager, candidateId: string, keys: string[]): Promise<Map<string, NamedCompany>> {
  const companies: (NamedCompany & { nameKey: string })[] = await tx.query(
    `select there.id, there.name, there.name_key as "nameKey" from unnest($2::text[]) as wanted (key)
     cross join lateral (
       select id, name, name_key from companies
       where candidate_id = $1 and name_key = wanted.key and deleted_at is null for share
     ) there`,
    [candidateId, keys.toSorted()],
  );
  return new Map(companies.map(({ nameKey, ...company }) => [nameKey, company]));
}
