import { candidateWithSettings, Contact, Database, databaseNow, outbox } from '@app/database';
import { warmth } from '@app/follow-ups';
import { Ids, RuleViolation } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { companyNames, findOrCreateCompany } from '../companies/companies.queries.js';
import { AlreadyExists } from '../http/already-exists.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { requireMatch } from '../http/entity-tag.js';
import { type Page, pageOf } from '../http/paging.js';
import { addressKey, changedFields, requireOneCountry } from './contact.policy.js';
import {
  contactByAddress,
  contactById,
  contactInUse,
  contactsPage,
  insertContact,
  nextTouches,
} from './contacts.queries.js';
import type { ContactAnswer, ContactBody, ContactPatch, ContactsQuery } from './contacts.schemas.js';

@Injectable()
export class ContactsService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  list(candidateId: string, query: ContactsQuery): Promise<Page<ContactAnswer>> {
    return this.database.asCandidate(candidateId, async (tx) => {
      const rows = await contactsPage(tx, query);
      const shown = await show(tx, candidateId, rows);
      return pageOf(
        shown,
        query.limit,
        ({ id }) => [id],
        (contact) => contact,
      );
    });
  }

  get(candidateId: string, id: string): Promise<ContactAnswer> {
    return this.database.asCandidate(candidateId, async (tx) => showOne(tx, await contactById(tx, id)));
  }

  create(caller: Caller, body: ContactBody): Promise<ContactAnswer> {
    const { candidateId } = caller;
    return this.commands.run(caller, async (tx) => {
      const contact = await insertContact(tx, this.ids, {
        candidateId,
        ...(await this.columns(tx, caller, body)),
        name: body.name,
      });
      return showOne(tx, contact ?? (await refuseAddress(tx, body.email ?? '')));
    });
  }

  change(caller: Caller, id: string, patch: ContactPatch): Promise<ContactAnswer> {
    return this.commands.run(caller, async (tx) => {
      // Their address is a key.
      const before = await contactById(tx, id, patch.email === undefined || 'with_key');
      requireMatch(caller, before);
      const columns = await this.columns(tx, caller, patch);
      const fields = changedFields(before, columns);
      if (fields.length === 0) return showOne(tx, before);
      requireOneCountry(before, columns);
      if (fields.includes('email') && patch.email) {
        const namesake = await contactByAddress(tx, patch.email);
        if (namesake !== null && namesake.id !== id) await refuseAddress(tx, patch.email);
      }
      // A new address has not bounced yet.
      const address = fields.includes('email')
        ? { emailKey: patch.email ? addressKey(patch.email) : null, bouncedAt: null }
        : {};
      await tx.update(Contact, { id }, { ...columns, ...address, updatedAt: () => 'now()' });
      await this.sayChanged(tx, caller, id, fields, patch.doNotContact === true);
      return showOne(tx, await contactById(tx, id));
    });
  }

  remove(caller: Caller, id: string): Promise<void> {
    return this.commands.run(caller, async (tx) => {
      requireMatch(caller, await contactById(tx, id, 'with_key'));
      if (await contactInUse(tx, id)) {
        throw new RuleViolation(
          'in_use',
          'Applications name this contact, or a letter to it is being sent. Change them first.',
        );
      }
      await tx.delete(Contact, { id });
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
  const { id } = await tx.findOneByOrFail(Contact, { emailKey: addressKey(address) });
  throw new AlreadyExists('contact_exists', `A contact with this address is there already: ${id}.`, id, '/email');
}

async function showOne(tx: EntityManager, contact: Contact): Promise<ContactAnswer> {
  const [shown] = await show(tx, contact.candidateId, [contact]);
  return shown!;
}

async function show(tx: EntityManager, candidateId: string, contacts: Contact[]): Promise<ContactAnswer[]> {
  const { settings } = await candidateWithSettings(tx, candidateId);
  const now = await databaseNow(tx);
  const next = await nextTouches(
    tx,
    contacts.map(({ id }) => id),
  );
  const names = await companyNames(
    tx,
    contacts.map(({ companyId }) => companyId),
  );
  return contacts.map((contact) => ({
    id: contact.id,
    name: contact.name,
    email: contact.email,
    role: contact.role,
    companyId: contact.companyId,
    companyName: names.get(contact.companyId ?? '') ?? null,
    timezone: contact.timezone,
    country: contact.country,
    region: contact.region,
    greeting: contact.greeting,
    unread: contact.unread,
    tags: contact.tags,
    notes: contact.notes,
    doNotContact: contact.doNotContact,
    bouncedAt: contact.bouncedAt?.toISOString() ?? null,
    warmth: warmth({ lastTouchAt: contact.lastTouchAt, now, keepWarm: settings.keepWarm, timezone: settings.timezone }),
    lastTouchAt: contact.lastTouchAt?.toISOString() ?? null,
    nextTouchAt: next.get(contact.id)?.toISOString() ?? null,
    createdAt: contact.createdAt.toISOString(),
    updatedAt: contact.updatedAt.toISOString(),
  }));
}
