import { refusal } from '@app/contracts';
import { Company, deletion, outbox } from '@app/database';
import { Ids, RuleViolation } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { wakeOrPause } from '../boards/watch-pauses.queries.js';
import { AlreadyExists } from '../http/already-exists.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { deletedById } from '../http/deleted.queries.js';
import { entityTag, requireMatch } from '../http/entity-tag.js';
import { companyById, companyInUse, showCompany } from './companies.queries.js';
import type { CompanyAnswer } from './companies.schemas.js';

/** A company goes and comes with its vacancies. */
@Injectable()
export class CompanyDeletion {
  constructor(
    private readonly commands: Commands,
    private readonly ids: Ids,
  ) {}

  remove(caller: Caller, id: string): Promise<void> {
    return this.commands.run(caller, async (tx) => {
      const company = await companyById(tx, id, true);
      await requireMatch(caller, () => entityTag(company));
      if (await companyInUse(tx, id)) {
        throw new RuleViolation(refusal('in_use', { what: 'company' }));
      }
      await deletion.hide(tx, 'company', company);
      await wakeOrPause(tx, { companyId: id });
      const { candidateId } = company;
      await outbox.append(tx, this.ids, { candidateId, type: 'company.deleted.v1', data: { companyId: id } });
    });
  }

  restore(caller: Caller, id: string): Promise<CompanyAnswer> {
    return this.commands.run(caller, async (tx) => {
      await this.bringBack(tx, await deletedById(tx, Company, 'company', id));
      return showCompany(await companyById(tx, id));
    });
  }

  /** In the caller's transaction, for what belongs to it; where it is there, it stays until that ends. */
  async bringBackWith(tx: EntityManager, id: string | null): Promise<void> {
    if (id === null || (await tx.findOne(Company, { where: { id }, lock: { mode: 'pessimistic_read' } }))) return;
    await this.bringBack(tx, await deletedById(tx, Company, 'company', id));
  }

  private async bringBack(tx: EntityManager, company: Company): Promise<void> {
    const { id, candidateId, name, nameKey } = company;
    const namesake = await tx.findOneBy(Company, { nameKey, deletedAt: IsNull() });
    if (namesake !== null) {
      throw new AlreadyExists(refusal('name_taken', { id: namesake.id, name }), namesake.id);
    }
    await deletion.unhide(tx, 'company', company);
    await wakeOrPause(tx, { companyId: id });
    await outbox.append(tx, this.ids, { candidateId, type: 'company.restored.v1', data: { companyId: id } });
  }
}
