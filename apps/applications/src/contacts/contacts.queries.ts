import { addressKey, refusal, REJECTABLE_STAGES } from '@app/contracts';
import {
  addressMarks,
  Application,
  Company,
  Contact,
  ContactMerge,
  FollowUp,
  outbox,
  type RowLock,
  rowLock,
} from '@app/database';
import { type Ids, RuleViolation } from '@app/platform';
import { findOrCreateCompany } from '@app/recording';
import { In, IsNull, type EntityManager } from 'typeorm';
import { type ContactOfApplication, type LastTouch, MOST_OF_A_TOUCH } from './contacts.schemas.js';
import { mergedInto } from './merges.queries.js';
import { optOut } from './opt-outs.queries.js';

export async function contactById(tx: EntityManager, id: string, lock: RowLock = false): Promise<Contact> {
  const contact = await tx.findOne(Contact, {
    where: { id },
    ...rowLock(lock),
  });
  if (contact !== null) return contact;
  throw new RuleViolation(refusal('not_found', { what: 'contact', id }), { kind: 'not_found' });
}

/** Whoever deletes somebody who is being named waits, and finds them in use. */
const NAMED = { mode: 'for_no_key_update' as const };

/** False: they are not there. */
export const isNamed = async (tx: EntityManager, id: string): Promise<boolean> =>
  (await tx.findOne(Contact, { where: { id }, lock: NAMED })) !== null;

/** For bodies that name a contact: there it is the body that is at fault. */
export async function requireContact(tx: EntityManager, id: string, pointer: string): Promise<void> {
  if (await isNamed(tx, id)) return;
  throw new RuleViolation(refusal('unknown_contact', { id }), { kind: 'invalid', pointer });
}

/** An application and whom it is with are both of the sample, or neither is. */
export async function requireApart(
  tx: EntityManager,
  { companyId, contactId }: { companyId: string; contactId: string },
  pointer: string,
): Promise<void> {
  const company = await tx.findOneByOrFail(Company, { id: companyId });
  const contact = await tx.findOneByOrFail(Contact, { id: contactId });
  if (company.sample === contact.sample) return;
  const said = company.sample
    ? refusal('sample_apart', { what: 'application' })
    : refusal('sample_apart', { what: 'contact', contactName: contact.name });
  throw new RuleViolation(said, { kind: 'invalid', pointer });
}

export const contactByAddress = (tx: EntityManager, address: string): Promise<Contact | null> =>
  tx.findOneBy(Contact, { emailKey: addressKey(address), deletedAt: IsNull() });

type NewContact = Pick<Contact, 'candidateId' | 'name'> & Partial<Contact>;

/** Writes the contact and says so; null when the address belongs to somebody already. */
export async function insertContact(tx: EntityManager, ids: Ids, contact: NewContact): Promise<Contact | null> {
  const emailKey = contact.email ? addressKey(contact.email) : null;
  const { optedOutAt, deadAt } = await addressMarks.of(tx, contact.candidateId, emailKey === null ? [] : [emailKey]);
  const row = {
    role: 'recruiter' as const,
    tags: [],
    ...contact,
    id: ids.next(),
    emailKey,
    doNotContact: contact.doNotContact === true || optedOutAt !== null,
    bouncedAt: deadAt,
  };
  const { raw } = await tx.createQueryBuilder().insert().into(Contact).values(row).orIgnore().returning('id').execute();
  if ((raw as unknown[]).length === 0) return null;
  const { id: contactId, candidateId, name, role } = row;
  if (row.doNotContact && emailKey !== null) await optOut(tx, ids, { candidateId, id: contactId, keys: [emailKey] });
  await outbox.append(tx, ids, { candidateId, type: 'contact.recorded.v1', data: { contactId, name, role } });
  return contactById(tx, contactId);
}

/** Found by address, else by name within the company; what is known of somebody already is never overwritten. */
export async function findOrCreateContact(
  tx: EntityManager,
  ids: Ids,
  { candidateId, companyId, contact }: { candidateId: string; companyId: string; contact: ContactOfApplication },
): Promise<Contact> {
  const { companyName, ...person } = contact;
  const known = person.email
    ? await contactNamedByAddress(tx, person.email)
    : await contactByName(tx, { companyId, name: person.name });
  if (known !== null) return known;
  const ofSample = await tx.existsBy(Company, { id: companyId, sample: true });
  if (ofSample) return insertedContact(tx, ids, { candidateId, companyId, ...person, sample: true });
  const worksElsewhere = person.role === 'agency_recruiter' || person.role === 'adviser';
  const employer = worksElsewhere ? null : companyId;
  const worksAt = companyName ? (await findOrCreateCompany(tx, ids, candidateId, companyName)).id : employer;
  return insertedContact(tx, ids, { candidateId, companyId: worksAt, ...person });
}

async function insertedContact(tx: EntityManager, ids: Ids, person: NewContact): Promise<Contact> {
  const made = await insertContact(tx, ids, person);
  return made ?? tx.findOneByOrFail(Contact, { emailKey: addressKey(person.email ?? ''), deletedAt: IsNull() });
}

/** An address of an entry that was taken up into another is that one's. */
async function contactNamedByAddress(tx: EntityManager, address: string): Promise<Contact | null> {
  const emailKey = addressKey(address);
  const known = await tx.findOne(Contact, { where: { emailKey, deletedAt: IsNull() }, lock: NAMED });
  const merge = known === null ? await tx.findOneBy(ContactMerge, { emailKey }) : null;
  return merge === null ? known : whoStays(tx, merge.contactId);
}

/** Whoever took somebody up may have been taken up themselves. */
async function whoStays(tx: EntityManager, id: string): Promise<Contact | null> {
  const contact = await tx.findOne(Contact, { where: { id }, lock: NAMED });
  const into = contact === null ? await mergedInto(tx, id) : null;
  return into === null ? contact : whoStays(tx, into);
}

function contactByName(
  tx: EntityManager,
  { companyId, name }: { companyId: string; name: string },
): Promise<Contact | null> {
  return tx
    .createQueryBuilder(Contact, 'contact')
    .where('contact.company_id = :companyId', { companyId })
    .andWhere('lower(normalize(contact.name, nfkc)) = lower(normalize(:name, nfkc))', { name })
    .andWhere('contact.deleted_at is null')
    .orderBy('contact.id')
    .setLock(NAMED.mode)
    .getOne();
}

/** When the next letter, check-in or half-year of each contact is due. */
export async function nextTouches(tx: EntityManager, contactIds: string[]): Promise<Map<string, Date>> {
  const rows: { id: string; at: Date }[] = await tx.query(
    `select contact_id as id, min(due_at) as at from follow_ups
     where contact_id = any($1) and state in ('draft', 'waiting', 'held', 'sending', 'retrying')
       and (audience = 'contact' or kind in ('check_in', 'half_year'))
     group by contact_id`,
    [contactIds],
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** What happened last between the candidate and each of them. */
export async function lastTouches(
  tx: EntityManager,
  candidateId: string,
  contactIds: string[],
): Promise<Map<string, LastTouch>> {
  const rows: (Omit<LastTouch, 'at'> & { contactId: string; at: Date })[] = await tx.query(
    `select asked.id as "contactId", last.* from unnest($2::uuid[]) asked (id)
     cross join lateral (
       select id, kind, direction, at, left(text, ${MOST_OF_A_TOUCH}) as text, follow_up_id as "followUpId" from touches
       where candidate_id = $1 and contact_id = asked.id order by at desc, id desc limit 1) last`,
    [candidateId, contactIds],
  );
  return new Map(rows.map(({ contactId, at, ...touch }) => [contactId, { ...touch, at: at.toISOString() }]));
}

/** How many applications with each of them are sent and not decided. */
export async function openApplications(tx: EntityManager, contactIds: string[]): Promise<Map<string, number>> {
  const rows: { id: string; count: number }[] = await tx.query(
    `select contact_id as id, count(*)::int as count from applications
     where contact_id = any($1) and stage = any($2) and deleted_at is null group by contact_id`,
    [contactIds, REJECTABLE_STAGES],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** By applications that are there; a deleted one brings its contact back when it is restored. */
export async function contactInUse(tx: EntityManager, contactId: string): Promise<boolean> {
  return (
    (await tx.existsBy(Application, { contactId })) || tx.existsBy(FollowUp, { contactId, state: In(['sending']) })
  );
}
