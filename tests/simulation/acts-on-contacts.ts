/** What happens between the candidate and the people they write to. */
import fc from 'fast-check';
import { Act, at } from './act.js';
import type { Model, ModelContact } from './model.js';
import type { World } from './world.js';

const HOUR = 3_600_000;
const NAMES = [
  'Dana Ito',
  'Sam Reyes',
  'Mio Sato',
  'Ana Lima',
  'Ben Okoro',
  'Eva Holm',
  'Jan Novak',
  'Lea Roy',
  'Tom Park',
];
const ZONES = [null, 'America/New_York', 'Asia/Tokyo'];
const PEOPLE = [
  null,
  ...NAMES.map((name, at) => ({ name, email: `${at}@example.com`, timezone: ZONES[at % ZONES.length] ?? null })),
  { name: 'Kai Wolf', email: null, timezone: null },
  { name: 'Hiring Team', email: 'no-reply@example.com', timezone: null },
];
/** Some have turned the candidate down more than once. */
export const somebody = fc.oneof(
  { weight: 2, arbitrary: fc.nat(PEOPLE.length - 1) },
  { weight: 1, arbitrary: fc.constantFrom(1, 2, 3) },
);

/** Where somebody stands in the list of people; nobody comes first. */
export function slotOf(contact: ModelContact | undefined): number {
  return Math.max(
    0,
    PEOPLE.findIndex((person) => person?.name === contact?.name),
  );
}

/** One of a few people, so that applications share them; the first is nobody. */
export async function contactAt(
  { model, call }: World,
  slot: number,
  email: string | null = PEOPLE[slot]?.email ?? null,
): Promise<ModelContact | null> {
  const person = PEOPLE[slot];
  if (!person) return null;
  const known = model.livingContacts.find(({ name }) => name === person.name);
  if (known) return known;
  const { isDone, body } = await call('POST', '/contacts', { ...person, email });
  if (!isDone) return null;
  const contact: ModelContact = {
    ...person,
    email,
    id: body.id as string,
    addresses: new Set(email === null ? [] : [email]),
    addressChangedAt: null,
    doNotContact: body.doNotContact as boolean,
    bounced: false,
    lastMailIn: null,
    lastMailOut: null,
    isDeleted: false,
    ever: new Set(email === null ? ['no_address'] : []),
  };
  if (contact.doNotContact) contact.ever.add('do_not_contact');
  model.contacts.push(contact);
  return contact;
}

export async function recordTouch(
  { now, call }: World,
  contact: ModelContact,
  { kind, isIn, ago }: { kind: string; isIn: boolean; ago: number },
): Promise<void> {
  const when = new Date(now.getTime() - ago * HOUR);
  const payload = { kind, direction: isIn ? 'in' : 'out', at: when.toISOString() };
  const { isDone } = await call('POST', `/contacts/${contact.id}/touches`, payload);
  if (!isDone || kind !== 'mail') return;
  if (isIn) contact.lastMailIn = later(contact.lastMailIn, when);
  else contact.lastMailOut = later(contact.lastMailOut, when);
}

export async function setOptOut({ model, call }: World, contact: ModelContact, doNotContact: boolean): Promise<void> {
  const { isDone } = await call('PATCH', `/contacts/${contact.id}`, { doNotContact });
  if (!isDone || contact.doNotContact === doNotContact) return;
  if (doNotContact) model.optsOut(contact);
  else model.mayBeWrittenTo(contact);
}

export async function setAddress(world: World, contact: ModelContact, email: string | null): Promise<void> {
  const { model, call, now } = world;
  const { isDone, body } = await call('PATCH', `/contacts/${contact.id}`, { email });
  if (!isDone || email === contact.email) return;
  contact.email = email;
  // Of an address that somebody had before, something may be known.
  contact.bounced = body.bouncedAt !== null;
  if (contact.bounced) contact.ever.add('address_bounced');
  contact.addressChangedAt = now;
  if (email === null) contact.ever.add('no_address');
  else contact.addresses.add(email);
  if (!contact.doNotContact && body.doNotContact === true) model.optsOut(contact);
  else if (contact.doNotContact && email !== null) model.optsOutAt(email);
}

const pick = fc.nat(7);
const isThere = ({ livingContacts }: Model) => livingContacts.length > 0;
const later = (a: Date | null, b: Date) => (a !== null && a > b ? a : b);

const touch = fc
  .record({
    pick,
    kind: fc.constantFrom('mail', 'mail', 'call'),
    isIn: fc.boolean(),
    ago: fc.constantFrom(0, 0, 5, 100),
  })
  .map(
    (drawn) =>
      new Act(
        'touch',
        drawn,
        (world, { pick, ...what }) => recordTouch(world, at(world.model.livingContacts, pick)!, what),
        isThere,
      ),
  );

const optOut = fc
  .record({ pick, out: fc.constantFrom(true, false) })
  .map(
    (drawn) =>
      new Act(
        'optOut',
        drawn,
        (world, { pick, out }) => setOptOut(world, at(world.model.livingContacts, pick)!, out),
        isThere,
      ),
  );

/** None, one that somebody else may have had, or the one they had first. */
export function anAddress(contact: ModelContact, number: number): string | null {
  if (number === 0) return null;
  return number === 1 ? (PEOPLE[slotOf(contact)]?.email ?? null) : `${number}@example.net`;
}

const changeAddress = fc.record({ pick, number: fc.nat(7), isTakenBack: fc.boolean() }).map(
  (drawn) =>
    new Act(
      'changeAddress',
      drawn,
      async (world, { pick, number, isTakenBack }) => {
        const contact = at(world.model.livingContacts, pick)!;
        const former = contact.email;
        await setAddress(world, contact, anAddress(contact, number));
        if (isTakenBack) await setAddress(world, contact, former);
      },
      isThere,
    ),
);

export const ACTS_ON_CONTACTS = [
  { weight: 3, arbitrary: touch },
  { weight: 2, arbitrary: optOut },
  { weight: 2, arbitrary: changeAddress },
];
