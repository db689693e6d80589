import { refusal } from '@app/contracts';
import { Application, Company, Contact, type RowLock, rowLock } from '@app/database';
import { RuleViolation } from '@app/platform';
import { nameKey } from '@app/recording';
import { type EntityManager, In, IsNull, LessThan } from 'typeorm';
import { entityTag, tagged } from '../http/entity-tag.js';
import { areDeleted } from '../http/deleted.queries.js';
import type { CompaniesQuery, CompanyAnswer } from './companies.schemas.js';

/** One more than asked for, so that it shows whether there is a next page. */
export function companiesPage(tx: EntityManager, { limit, cursor, deleted }: CompaniesQuery): Promise<Company[]> {
  return tx.find(Company, {
    where: { deletedAt: areDeleted(deleted), ...(cursor && { id: LessThan(cursor[0]) }) },
    order: { id: 'DESC' },
    take: limit + 1,
  });
}

export async function companyById(tx: EntityManager, id: string, lock: RowLock = false): Promise<Company> {
  const company = await tx.findOne(Company, {
    where: { id },
    ...rowLock(lock),
  });
  if (company !== null) return company;
  throw new RuleViolation(refusal('not_found', { what: 'company', id }), { kind: 'not_found' });
}

export const companyByName = (tx: EntityManager, name: string): Promise<Company | null> =>
  tx.findOneBy(Company, { nameKey: nameKey(name), deletedAt: IsNull() });

/** Null when a company of that name is there already. */
export async function insertCompany(
  tx: EntityManager,
  company: Pick<Company, 'id' | 'candidateId' | 'name'> & Partial<Company>,
): Promise<Company | null> {
  const row = { ...company, nameKey: nameKey(company.name) };
  const { raw } = await tx.createQueryBuilder().insert().into(Company).values(row).orIgnore().returning('id').execute();
  return (raw as unknown[]).length === 0 ? null : companyById(tx, company.id);
}

export async function companyNames(tx: EntityManager, companyIds: (string | null)[]): Promise<Map<string, string>> {
  const companies = await tx.findBy(Company, { id: In(companyIds.filter((id) => id !== null)) });
  return new Map(companies.map(({ id, name }) => [id, name]));
}

/** By what is there; what is deleted brings its company back when it is restored. */
export async function companyInUse(tx: EntityManager, companyId: string): Promise<boolean> {
  return (await tx.existsBy(Application, { companyId })) || tx.existsBy(Contact, { companyId });
}

export const showCompany = (company: Company): CompanyAnswer => {
  const answer = {
    id: company.id,
    name: company.name,
    website: company.website,
    careersUrl: company.careersUrl,
    cooldown: company.cooldown,
    sample: company.sample,
    deletedAt: company.deletedAt?.toISOString() ?? null,
    createdAt: company.createdAt.toISOString(),
    updatedAt: company.updatedAt.toISOString(),
  };
  return tagged(answer, entityTag(company));
};
