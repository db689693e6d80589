import { refusal } from '@app/contracts';
import { addressMarks, Contact, deletion, outbox } from '@app/database';
import { Ids, RuleViolation } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { CompanyDeletion } from '../companies/company-deletion.service.js';
import { AlreadyExists } from '../http/already-exists.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { deletedById } from '../http/deleted.queries.js';
import { entityTag, requireMatch } from '../http/entity-tag.js';
import { showContact } from './contact-answers.queries.js';
import { contactById, contactInUse, isNamed } from './contacts.queries.js';
import type { ContactAnswer } from './contacts.schemas.js';
import { mergedInto } from './merges.queries.js';
import { optOut } from './opt-outs.queries.js';

/** A contact brings back the company they are at. */
@Injectable()
export class ContactDeletion {
  constructor(
    private readonly commands: Commands,
    private readonly companies: CompanyDeletion,
    private readonly ids: Ids,
  ) {}

  remove(caller: Caller, id: string): Promise<void> {
    return this.commands.run(caller, async (tx) => {
      const contact = await contactById(tx, id, true);
      await requireMatch(caller, () => entityTag(contact));
      if (await contactInUse(tx, id)) {
        throw new RuleViolation(refusal('in_use', { what: 'contact' }));
      }
      await deletion.hide(tx, 'contact', contact);
      const { candidateId } = contact;
      await outbox.append(tx, this.ids, { candidateId, type: 'contact.deleted.v1', data: { contactId: id } });
    });
  }

  restore(caller: Caller, id: string): Promise<ContactAnswer> {
    return this.commands.inTurn(caller, async (tx) => {
      const into = await mergedInto(tx, id);
      if (into !== null) throw new RuleViolation(refusal('contact_merged', { into }));
      await this.bringBack(tx, await deletedById(tx, Contact, 'contact', id));
      return showContact(tx, await contactById(tx, id));
    });
  }

  /** In the caller's transaction, for an application that names them. */
  async bringBackWith(tx: EntityManager, id: string | null): Promise<void> {
    if (id === null || (await isNamed(tx, id))) return;
    await this.bringBack(tx, await deletedById(tx, Contact, 'contact', id));
  }

  /** In the caller's transaction, for two entries that were one. */
  giveBack(tx: EntityManager, contact: Contact): Promise<void> {
    return this.bringBack(tx, contact);
  }

  private async bringBack(tx: EntityManager, contact: Contact): Promise<void> {
    const { id, candidateId, companyId, email, emailKey } = contact;
    const namesake = emailKey === null ? null : await tx.findOneBy(Contact, { emailKey, deletedAt: IsNull() });
    if (namesake !== null) {
      throw new AlreadyExists(refusal('address_taken', { id: namesake.id, address: email }), namesake.id);
    }
    await this.companies.bringBackWith(tx, companyId);
    await deletion.unhide(tx, 'contact', contact);
    await this.catchUp(tx, contact);
    await outbox.append(tx, this.ids, { candidateId, type: 'contact.restored.v1', data: { contactId: id } });
  }

  /** What became known of their addresses meanwhile, and when a letter that was on its way arrived. */
  private async catchUp(tx: EntityManager, contact: Contact): Promise<void> {
    const { id, candidateId, emailKey } = contact;
    const present = emailKey === null ? [] : [emailKey];
    const { deadAt } = await addressMarks.of(tx, candidateId, present);
    const { optedOutAt } = await addressMarks.of(tx, candidateId, addressMarks.keysOf(contact));
    const doNotContact = contact.doNotContact || optedOutAt !== null;
    // What was lifted meanwhile where they were before is another's to say.
    if (doNotContact) {
      await optOut(tx, this.ids, {
        candidateId,
        id,
        keys: contact.doNotContact ? present : addressMarks.keysOf(contact),
      });
    }
    await tx.query(
      `update contacts set bounced_at = coalesce(bounced_at, $2), do_not_contact = $3,
         last_touch_at = (select max(at) from touches where contact_id = $1) where id = $1`,
      [id, deadAt, doNotContact],
    );
  }
}
