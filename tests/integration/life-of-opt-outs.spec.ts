/** What is known of an address is known of whoever is there: to the plan, to the candidate, and of each of them alone. */
import { OWNER_ID } from '@app/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Lived, LivedHouse } from '../support/lived-house.js';

jest.setTimeout(90_000);

interface Person {
  id: string;
  doNotContact: boolean;
  bouncedAt: string | null;
}

let life: LivedHouse;
let shared: string;
beforeAll(async () => {
  life = await LivedHouse.open();
  await life.sets({ feedbackRequest: { delay: 'P1D' } });
});
beforeEach(() => {
  shared = anAddress();
});
afterAll(() => life?.close());

const anAddress = () => `${randomUUID()}@people.example`;
const show = ({ contactId }: Lived) => life.house.api.expect<Person>('GET', `/contacts/${contactId}`);
const change = ({ contactId }: Lived, patch: object) => life.does<Person>('PATCH', `/contacts/${contactId}`, patch);
const facts = async ({ contactId }: Lived, type: string) =>
  (await life.house.db.query('select id from events where contact_id = $1 and type = $2', [contactId, type])).length;
const atShared = (name: string) => ({ contact: { name, email: shared } });

/** Everything is looked at again, as after any change of the settings; answers its rows, the newest first. */
async function plannedAgain(one: Lived): Promise<string[]> {
  await life.house.db.query(
    `insert into outbox (id, candidate_id, type, data) values (gen_random_uuid(), $1, 'plans.outdated.v1', '{"after": null}')`,
    [OWNER_ID],
  );
  await life.house.settled();
  return (await life.all(one)).map(({ id, kind, state }) => `${id} ${kind} ${state}`);
}

/** Bea is where Ann was before. */
async function annAndBea(): Promise<{ ann: Lived; bea: Lived }> {
  const ann = await life.applied(atShared('Ann Bell'));
  await change(ann, { email: anAddress() });
  return { ann, bea: await life.rejected({}, atShared('Bea Cole')) };
}

describe('somebody opts out who had an address before', () => {
  it('and so does whoever is there, who is shown so, and planned for once and no more', async () => {
    const { ann, bea } = await annAndBea();
    await change(ann, { doNotContact: true });
    expect(await show(bea)).toMatchObject({ doNotContact: true });
    expect(await facts(bea, 'contact.opted_out.v1')).toBe(1);
    const once = await plannedAgain(bea);
    expect(once.filter((row) => /check_in|half_year/.test(row)).map((row) => row.split(' ')[2])).toEqual([
      'cancelled',
      'cancelled',
    ]);
    expect(await plannedAgain(bea)).toEqual(once);
    await change(bea, { doNotContact: false });
    expect(await life.letters(bea)).toEqual(['feedback_request draft']);
    expect(await show(ann)).toMatchObject({ doNotContact: true });
    await change(ann, { notes: 'Asked to be left in peace.' });
    expect(await show(bea)).toMatchObject({ doNotContact: false });
  });

  it('and takes that back for themselves alone', async () => {
    const { ann, bea } = await annAndBea();
    await change(ann, { doNotContact: true });
    await change(ann, { doNotContact: false });
    expect(await show(ann)).toMatchObject({ doNotContact: false });
    expect(await show(bea)).toMatchObject({ doNotContact: true });
  });

  it('by moving to where that was said, and whoever is at their former address opts out with them', async () => {
    const { ann, bea } = await annAndBea();
    const quiet = anAddress();
    const other = await life.does<Person>('POST', '/contacts', { name: 'Cy Dunn', email: quiet, doNotContact: true });
    await life.does('DELETE', `/contacts/${other.id}`);
    await change(ann, { email: quiet });
    expect(await show(bea)).toMatchObject({ doNotContact: true });
  });
});

it('an address that is marked alone plans nothing that would end at once', async () => {
  const one = await life.rejected();
  await life.house.db.query(
    `insert into address_marks (candidate_id, address_hash, kind, at) values ($1, address_hash($1, $2), 'opted_out', now())`,
    [OWNER_ID, one.address],
  );
  const once = await plannedAgain(one);
  expect(await plannedAgain(one)).toEqual(once);
});

it('an address that turns out to be dead is dead for whoever is there by then', async () => {
  const ann = await life.rejected({}, atShared('Ann Bell'));
  const letter = await life.letter(ann);
  const gate = Promise.withResolvers<void>();
  life.house.smtp.next({ at: 'rcpt', do: 'wait', until: gate.promise, reply: '550 5.1.1 no such mailbox' });
  await life.house.makeDue(letter.id);
  await life.becomes(letter, 'sending');
  await life.house.api.expect('PATCH', `/contacts/${ann.contactId}`, { email: anAddress() });
  const bea = await life.applied(atShared('Bea Cole'));
  gate.resolve();
  await life.becomes(letter, 'failed');
  await life.house.settled();
  expect(await show(bea)).toMatchObject({ bouncedAt: expect.any(String) });
  expect(await show(ann)).toMatchObject({ bouncedAt: null });
  expect([await facts(bea, 'contact.bounced.v1'), await facts(ann, 'contact.bounced.v1')]).toEqual([1, 0]);
});
