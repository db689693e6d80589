import { addressKey, refusal } from '@app/contracts';
import { Contact, Database, outbox } from '@app/database';
import { Ids, RuleViolation } from '@app/platform';
import { findOrCreateCompany } from '@app/recording';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { AlreadyExists } from '../http/already-exists.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { seeing } from '../http/deleted.queries.js';
import { entityTag, requireMatch } from '../http/entity-tag.js';
import { pageOf, type OneQuery } from '../http/paging.js';
import { changedFields, isSameAddress, requireOneCountry } from './contact.policy.js';
import { reachAfter } from './contact-reach.queries.js';
import { showContact, showContacts } from './contact-answers.queries.js';
import { contactsPage, countsPerWarmth } from './contacts-list.queries.js';
import { contactByAddress, contactById, insertContact } from './contacts.queries.js';
import type { ContactAnswer, ContactBody, ContactPage, ContactPatch, ContactsQuery } from './contacts.schemas.js';

@Injectable()
export class ContactsService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  list(candidateId: string, query: ContactsQuery): Promise<ContactPage> {
    return this.database.asReader(candidateId, (tx) =>
      seeing(tx, query.deleted, async () => {
        const { data, nextCursor } = pageOf(
          await contactsPage(tx, candidateId, query),
          query.limit,
          ({ contact, key }) => [query.sort, key, contact.id],
          ({ contact }) => contact,
        );
        const counts = await countsPerWarmth(tx, candidateId, query);
        return { data: await showContacts(tx, candidateId, data), nextCursor, counts };
      }),
    );
  }

  get(candidateId: string, id: string, { deleted }: OneQuery): Promise<ContactAnswer> {
    return this.database.asReader(candidateId, (tx) =>
      seeing(tx, deleted, async () => showContact(tx, await contactById(tx, id))),
    );
  }

  create(caller: Caller, body: ContactBody): Promise<ContactAnswer> {
    const { candidateId } = caller;
    return this.commands.inTurn(caller, async (tx) => {
      const contact = await insertContact(tx, this.ids, {
        candidateId,
        ...(await this.columns(tx, caller, body)),
        name: body.name,
      });
      return showContact(tx, contact ?? (await refuseAddress(tx, body.email ?? '')));
    });
  }

  change(caller: Caller, id: string, patch: ContactPatch): Promise<ContactAnswer> {
    return this.commands.inTurn(caller, async (tx) => {
      // Their address is a key.
      const before = await contactById(tx, id, patch.email === undefined || 'with_key');
      await requireMatch(caller, () => entityTag(before));
      if (before.sample && patch.companyName !== undefined) throw sampleStays();
      const columns = await this.columns(tx, caller, patch);
      const fields = changedFields(before, columns);
      const isHealed = before.bouncedAt !== null && isSameAddress(before, patch);
      if (isHealed && !fields.includes('bouncedAt')) fields.push('bouncedAt');
      if (fields.length === 0) return showContact(tx, before);
      requireOneCountry(before, columns);
      if (fields.includes('email') && patch.email) {
        const namesake = await contactByAddress(tx, patch.email);
        if (namesake !== null && namesake.id !== id) await refuseAddress(tx, patch.email);
      }
      const reach = await reachAfter(tx, this.ids, before, columns);
      if (reach.doNotContact && !before.doNotContact && !fields.includes('doNotContact')) fields.push('doNotContact');
      await tx.update(Contact, { id }, { ...columns, ...reach, updatedAt: () => 'now()' });
      await this.sayChanged(tx, caller, id, fields, reach.doNotContact);
      return showContact(tx, await contactById(tx, id));
    });
  }

  private async columns<T extends ContactPatch>(
    tx: EntityManager,
    { candidateId }: Caller,
    { companyName, ...columns }: T,
  ): Promise<Omit<T, 'companyName'> & { companyId?: string | null }> {
    if (companyName === undefined) return columns;
    if (companyName === null) return { ...columns, companyId: null };
    return { ...columns, companyId: (await findOrCreateCompany(tx, this.ids, candidateId, companyName)).id };
  }

  private async sayChanged(
    tx: EntityManager,
    { candidateId }: Caller,
    contactId: string,
    fields: string[],
    stopped: boolean,
  ): Promise<void> {
    const optedOut = stopped && fields.includes('doNotContact');
    if (optedOut) {
      await outbox.append(tx, this.ids, { candidateId, type: 'contact.opted_out.v1', data: { contactId } });
    }
    const others = optedOut ? fields.filter((field) => field !== 'doNotContact') : fields;
    if (others.length > 0) {
      const named = others.map((field) => (field === 'companyId' ? 'companyName' : field));
      await outbox.append(tx, this.ids, {
        candidateId,
        type: 'contact.changed.v1',
        data: { contactId, fields: named },
      });
    }
  }
}

async function refuseAddress(tx: EntityManager, address: string): Promise<never> {
  const { id } = await tx.findOneByOrFail(Contact, { emailKey: addressKey(address), deletedAt: IsNull() });
  throw new AlreadyExists(refusal('contact_exists', { id }), id, '/email');
}

const sampleStays = () =>
  new RuleViolation(refusal('sample_apart', { what: 'company' }), { kind: 'invalid', pointer: '/companyName' });
