import { refusal } from '@app/contracts';
import { Company, Database, outbox } from '@app/database';
import { Ids } from '@app/platform';
import { nameKey } from '@app/recording';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { AlreadyExists } from '../http/already-exists.js';
import { changedFields } from '../contacts/contact.policy.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { seeing } from '../http/deleted.queries.js';
import { entityTag, requireMatch } from '../http/entity-tag.js';
import { type Page, pageOf, type OneQuery } from '../http/paging.js';
import { companiesPage, companyById, companyByName, insertCompany, showCompany } from './companies.queries.js';
import type { CompaniesQuery, CompanyAnswer, CompanyBody, CompanyPatch } from './companies.schemas.js';

@Injectable()
export class CompaniesService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  async list(candidateId: string, query: CompaniesQuery): Promise<Page<CompanyAnswer>> {
    const rows = await this.database.asReader(candidateId, (tx) =>
      seeing(tx, query.deleted, () => companiesPage(tx, query)),
    );
    return pageOf(rows, query.limit, ({ id }) => [id], showCompany);
  }

  async get(candidateId: string, id: string, { deleted }: OneQuery): Promise<CompanyAnswer> {
    const company = await this.database.asReader(candidateId, (tx) => seeing(tx, deleted, () => companyById(tx, id)));
    return showCompany(company);
  }

  create(caller: Caller, body: CompanyBody): Promise<CompanyAnswer> {
    return this.commands.run(caller, async (tx) => {
      const company = await insertCompany(tx, { id: this.ids.next(), candidateId: caller.candidateId, ...body });
      return showCompany(company ?? (await this.refuseName(tx, body.name)));
    });
  }

  change(caller: Caller, id: string, patch: CompanyPatch): Promise<CompanyAnswer> {
    return this.commands.run(caller, async (tx) => {
      // Its name is a key.
      const company = await companyById(tx, id, patch.name === undefined || 'with_key');
      await requireMatch(caller, () => entityTag(company));
      if (patch.name !== undefined) {
        const namesake = await companyByName(tx, patch.name);
        if (namesake !== null && namesake.id !== id) await this.refuseName(tx, patch.name);
      }
      const key = patch.name === undefined ? {} : { nameKey: nameKey(patch.name) };
      await tx.update(Company, { id }, { ...patch, ...key, updatedAt: () => 'now()' });
      const fields = changedFields(company, patch);
      if (fields.length > 0) {
        const data = { companyId: id, fields };
        await outbox.append(tx, this.ids, { candidateId: caller.candidateId, type: 'company.changed.v1', data });
      }
      return showCompany(await companyById(tx, id));
    });
  }

  private async refuseName(tx: EntityManager, name: string): Promise<never> {
    const { id } = await tx.findOneByOrFail(Company, { nameKey: nameKey(name), deletedAt: IsNull() });
    throw new AlreadyExists(refusal('company_exists', { id }), id, '/name');
  }
}
