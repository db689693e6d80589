import { refusal } from '@app/contracts';
import { Application, deletion, outbox } from '@app/database';
import { Ids, RuleViolation } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { wakeOrPause } from '../boards/watch-pauses.queries.js';
import { CompanyDeletion } from '../companies/company-deletion.service.js';
import { ContactDeletion } from '../contacts/contact-deletion.service.js';
import { deleteTouch } from '../contacts/touches.queries.js';
import { AlreadyExists } from '../http/already-exists.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { deletedById } from '../http/deleted.queries.js';
import { requireMatch } from '../http/entity-tag.js';
import { LookingService } from '../settings/looking.service.js';
import {
  applicationById,
  applicationTag,
  isBeingWrittenAbout,
  showApplication,
  standingRejection,
} from './applications.queries.js';
import type { ApplicationAnswer } from './applications.schemas.js';
import { moveTouchOfRejection } from './rejections.queries.js';

/** An application brings back what it refers to, or stays where it is. */
@Injectable()
export class ApplicationDeletion {
  constructor(
    private readonly commands: Commands,
    private readonly companies: CompanyDeletion,
    private readonly contacts: ContactDeletion,
    private readonly looking: LookingService,
    private readonly ids: Ids,
  ) {}

  remove(caller: Caller, id: string): Promise<Pick<ApplicationAnswer, 'notices'>> {
    return this.commands.inTurn(caller, async (tx) => {
      const application = await applicationById(tx, id, true);
      await requireMatch(caller, () => applicationTag(tx, application));
      if (await isBeingWrittenAbout(tx, id)) {
        throw new RuleViolation(refusal('already_sending', { what: 'application' }));
      }
      const rejection = await standingRejection(tx, id);
      if (rejection !== null) await deleteTouch(tx, rejection.id);
      await deletion.hide(tx, 'application', application);
      await wakeOrPause(tx, application);
      const notices = await this.look(tx, application, 'no_longer_accepted');
      await this.say(tx, 'application.deleted.v1', application);
      return { notices };
    });
  }

  restore(caller: Caller, id: string): Promise<ApplicationAnswer> {
    // An accepted offer that comes back comes before a sender's point of no return, or after.
    return this.commands.inTurn(caller, async (tx) => {
      const application = await deletedById(tx, Application, 'application', id);
      await requireNotImportedAgain(tx, application);
      await this.contacts.bringBackWith(tx, application.contactId);
      await this.companies.bringBackWith(tx, application.companyId);
      await deletion.unhide(tx, 'application', application);
      const rejection = await standingRejection(tx, id);
      if (rejection !== null) await moveTouchOfRejection(tx, rejection, application.contactId);
      await wakeOrPause(tx, application);
      const notices = await this.look(tx, application, 'accepted');
      await this.say(tx, 'application.restored.v1', application);
      return { ...(await showApplication(tx, id)), notices };
    });
  }

  /** An acceptance that is hidden, or there again, is none, or one. */
  private look(
    tx: EntityManager,
    { id: applicationId, candidateId, stage }: Application,
    became: 'accepted' | 'no_longer_accepted',
  ): Promise<ApplicationAnswer['notices']> {
    if (stage !== 'accepted') return Promise.resolve([]);
    return this.looking.bringUpToDate(tx, candidateId, { applicationId, appliedFor: null, became });
  }

  private async say(
    tx: EntityManager,
    type: 'application.deleted.v1' | 'application.restored.v1',
    { id, candidateId, contactId, vacancyId }: Application,
  ): Promise<void> {
    await outbox.append(tx, this.ids, { candidateId, type, data: { applicationId: id, contactId, vacancyId } });
  }
}

async function requireNotImportedAgain(tx: EntityManager, { importKey }: Application): Promise<void> {
  if (importKey === null) return;
  const again = await tx.findOneBy(Application, { importKey, deletedAt: IsNull() });
  if (again === null) return;
  throw new AlreadyExists(refusal('imported_again', { id: again.id }), again.id);
}
