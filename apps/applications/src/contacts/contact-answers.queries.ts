import { candidateWithSettings, type Contact, databaseNow } from '@app/database';
import { warmth } from '@app/follow-ups';
import type { EntityManager } from 'typeorm';
import { companyNames } from '../companies/companies.queries.js';
import { entityTag, tagged } from '../http/entity-tag.js';
import { mergesInto } from './merges.queries.js';
import { lastTouches, nextTouches, openApplications } from './contacts.queries.js';
import type { ContactAnswer } from './contacts.schemas.js';

export async function showContact(tx: EntityManager, contact: Contact): Promise<ContactAnswer> {
  const [shown] = await showContacts(tx, contact.candidateId, [contact]);
  return shown!;
}

export async function showContacts(
  tx: EntityManager,
  candidateId: string,
  contacts: Contact[],
): Promise<ContactAnswer[]> {
  const { settings } = await candidateWithSettings(tx, candidateId);
  const now = await databaseNow(tx);
  const ids = contacts.map(({ id }) => id);
  const next = await nextTouches(tx, ids);
  const last = await lastTouches(tx, candidateId, ids);
  const merges = await mergesInto(tx, ids);
  const open = await openApplications(tx, ids);
  const names = await companyNames(
    tx,
    contacts.map(({ companyId }) => companyId),
  );
  const show = (contact: Contact): ContactAnswer => ({
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
    lastTouch: last.get(contact.id) ?? null,
    nextTouchAt: next.get(contact.id)?.toISOString() ?? null,
    openApplications: open.get(contact.id) ?? 0,
    mergedFrom: (merges.get(contact.id) ?? []).map(({ fromId, name, email, mergedAt, undoUntil }) => ({
      id: fromId,
      name,
      email,
      mergedAt: mergedAt.toISOString(),
      undoUntil: undoUntil.toISOString(),
    })),
    sample: contact.sample,
    deletedAt: contact.deletedAt?.toISOString() ?? null,
    createdAt: contact.createdAt.toISOString(),
    updatedAt: contact.updatedAt.toISOString(),
  });
  return contacts.map((contact) => tagged(show(contact), entityTag(contact)));
}
