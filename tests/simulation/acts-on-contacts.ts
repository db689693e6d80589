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
];
export const somebody = fc.nat(PEOPLE.length - 1);

/** One of a few people, so that applications share them; the first is nobody. */
export async function contactAt({ model, call }: World, slot: number): Promise<ModelContact | null> {
  const person = PEOPLE[slot];
  if (!person) return null;
  const known = model.contacts.find(({ name }) => name === person.name);
  if (known) return known;
  const { body } = await call('POST', '/contacts', person);
  const contact: ModelContact = {
    ...person,
    id: body.id as string,
    doNotContact: false,
    bounced: false,
    lastMailIn: null,
    lastMailOut: null,
    ever: new Set(person.email === null ? ['no_address'] : []),
  };
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

export async function setOptOut({ call }: World, contact: ModelContact, doNotContact: boolean): Promise<void> {
  const { isDone } = await call('PATCH', `/contacts/${contact.id}`, { doNotContact });
  if (!isDone) return;
  contact.doNotContact = doNotContact;
  if (doNotContact) contact.ever.add('do_not_contact');
}

const pick = fc.nat(7);
const isThere = ({ contacts }: Model) => contacts.length > 0;
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
        (world, { pick, ...what }) => recordTouch(world, at(world.model.contacts, pick)!, what),
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
        (world, { pick, out }) => setOptOut(world, at(world.model.contacts, pick)!, out),
        isThere,
      ),
  );

const changeAddress = fc.record({ pick, number: fc.nat(7) }).map(
  (drawn) =>
    new Act(
      'changeAddress',
      drawn,
      async (world, { pick, number }) => {
        const contact = at(world.model.contacts, pick)!;
        const email = number === 0 ? null : `${contact.id.slice(0, 8)}-${number}@example.net`;
        const { isDone } = await world.call('PATCH', `/contacts/${contact.id}`, { email });
        if (!isDone || email === contact.email) return;
        contact.email = email;
        contact.bounced = false;
        if (email === null) contact.ever.add('no_address');
      },
      isThere,
    ),
);

export const ACTS_ON_CONTACTS = [
  { weight: 3, arbitrary: touch },
  { weight: 1, arbitrary: optOut },
  { weight: 1, arbitrary: changeAddress },
];
