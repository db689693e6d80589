/** Two entries of one person become one: what was with either is with both, nobody is written to twice, and one press undoes it. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Lived, LivedHouse } from '../support/lived-house.js';

jest.setTimeout(90_000);

interface Person {
  id: string;
  email: string | null;
  notes: string | null;
  timezone: string | null;
  doNotContact: boolean;
  bouncedAt: string | null;
  lastTouchAt: string | null;
  openApplications: number;
  mergedFrom: { id: string; email: string | null }[];
}

let life: LivedHouse;
beforeAll(async () => {
  life = await LivedHouse.open();
  await life.sets({ feedbackRequest: { delay: 'P1D' } });
});
afterAll(() => life?.close());

const path = (id: string | null, verb = '') => `/contacts/${id}${verb}`;
const person = (id: string | null) => life.house.api.expect<Person>('GET', path(id));
const merge = (stays: Lived, from: Lived) =>
  life.does<Person>('POST', path(stays.contactId, '/merge'), { from: from.contactId });
const unmerge = (stays: Lived, from: Lived) =>
  life.does<Person>('POST', path(stays.contactId, '/unmerge'), { from: from.contactId });
const contactOf = async ({ id }: Lived) =>
  (await life.house.api.expect<{ contactId: string }>('GET', `/applications/${id}`)).contactId;
const touchesOf = async (id: string | null) =>
  (await life.house.api.expect<{ data: { id: string; kind: string }[] }>('GET', path(id, '/touches'))).data;
const note = (one: Lived, body: object) => life.does<{ id: string }>('POST', path(one.contactId, '/touches'), body);
const isMarked = async (address: string) =>
  (
    await life.house.db.query(
      `select 1 from address_marks where kind = 'opted_out' and address_hash = address_hash(candidate_id, $1)`,
      [address],
    )
  ).length > 0;

const hellosTo = async (...people: Lived[]) =>
  (
    await life.house.db.query<{ count: number }>(
      `select count(*)::int from follow_ups where contact_id = any($1) and kind = 'check_in' and state = 'waiting'`,
      [people.map(({ contactId }) => contactId)],
    )
  )[0]!.count;

describe('what was with the one', () => {
  it('goes over, fills what is blank, and goes back with one press', async () => {
    const [stays, from] = [await life.applied(), await life.applied()];
    await life.does('PATCH', path(from.contactId), { notes: 'Kind.', timezone: 'Asia/Tokyo' });
    await life.does('PATCH', path(stays.contactId), { notes: 'Quick.' });
    const call = await note(from, { kind: 'call' });
    const before = await person(from.contactId);
    const merged = await merge(stays, from);
    expect(merged).toMatchObject({
      email: stays.address,
      notes: 'Quick.',
      timezone: 'Asia/Tokyo',
      openApplications: 2,
      lastTouchAt: before.lastTouchAt,
      mergedFrom: [{ id: from.contactId, email: from.address }],
    });
    expect((await touchesOf(stays.contactId)).map(({ id }) => id)).toContain(call.id);
    expect([await contactOf(from), await life.refused('GET', path(from.contactId))]).toEqual([
      stays.contactId,
      '404 not_found',
    ]);
    const meeting = await note(stays, { kind: 'meeting' });
    expect(await unmerge(stays, from)).toMatchObject({ notes: 'Quick.', timezone: null, mergedFrom: [] });
    expect(await person(from.contactId)).toMatchObject({
      email: from.address,
      notes: 'Kind.',
      lastTouchAt: before.lastTouchAt,
    });
    expect([await contactOf(from), await contactOf(stays)]).toEqual([from.contactId, stays.contactId]);
    expect((await touchesOf(from.contactId)).map(({ id }) => id)).toEqual([call.id]);
    expect((await touchesOf(stays.contactId)).map(({ id }) => id)).toEqual([meeting.id]);
  });

  it('gives its address to whoever has none, and takes it back', async () => {
    const [stays, from] = [await life.applied({ contact: { name: 'Dana' } }), await life.applied()];
    expect(await merge(stays, from)).toMatchObject({ email: from.address });
    expect(await unmerge(stays, from)).toMatchObject({ email: null });
    expect(await person(from.contactId)).toMatchObject({ email: from.address });
  });

  it('stays where it was brought since, and an application recorded with a former address is theirs', async () => {
    const [stays, from, other] = [await life.applied(), await life.applied(), await life.applied()];
    await merge(stays, from);
    await life.does('PATCH', `/applications/${from.id}`, { contactId: other.contactId });
    const later = await life.applied({ contact: { name: 'Dana Ito', email: from.address } });
    expect(later.contactId).toBe(stays.contactId);
    await unmerge(stays, from);
    expect([await contactOf(from), await contactOf(later)]).toEqual([other.contactId, stays.contactId]);
  });

  it('is with whoever was last to take it up, and an address leads there', async () => {
    const [first, second, third] = [await life.applied(), await life.applied(), await life.applied()];
    await merge(second, first);
    await merge(third, second);
    const later = await life.applied({ contact: { name: 'Dana Ito', email: first.address } });
    expect([await contactOf(first), later.contactId]).toEqual([third.contactId, third.contactId]);
  });
});

describe('letters', () => {
  it('one waits for a person, and one clock; the others come back when they are two again', async () => {
    const [stays, from] = [await life.rejected(), await life.rejected()];
    const [kept, other] = [await life.letter(stays), await life.letter(from)];
    await life.does('PATCH', `/follow-ups/${other.id}`, { body: 'My own words.' });
    const preview = await life.house.api.expect<{ stops: { id: string }[] }>(
      'POST',
      path(stays.contactId, '/merge?dryRun=true'),
      { from: from.contactId },
    );
    expect(preview.stops.map(({ id }) => id)).toContain(kept.id);
    expect((await person(from.contactId)).id).toBe(from.contactId);
    await merge(stays, from);
    expect(await life.get(other)).toMatchObject({
      state: 'waiting',
      body: 'My own words.',
      contactId: stays.contactId,
    });
    expect(await life.get(kept)).toMatchObject({ state: 'cancelled' });
    expect([await life.letters(stays), await life.letters(from)]).toEqual([
      ['feedback_request cancelled'],
      ['feedback_request waiting'],
    ]);
    expect(await hellosTo(stays, from)).toBe(1);
    await unmerge(stays, from);
    expect(await hellosTo(stays, from)).toBe(2);
    expect(await life.get(kept)).toMatchObject({ state: 'waiting', contactId: stays.contactId });
    expect(await life.get(other)).toMatchObject({ state: 'waiting', contactId: from.contactId });
  });

  it('wait behind one that went to the other entry, and go to the address of now', async () => {
    const [stays, from] = [await life.rejected(), await life.rejected()];
    const [gone, waits] = [await life.letter(from), await life.letter(stays)];
    await life.say(gone, 'send-now');
    await life.becomes(gone, 'sent');
    await merge(stays, from);
    expect(await life.get(waits)).toMatchObject({ state: 'held', heldWhy: 'contact_gap' });
    expect(life.house.mailTo(stays.address)).toEqual([]);
    await unmerge(stays, from);
    expect(await life.get(waits)).toMatchObject({ state: 'waiting' });
  });
});

describe('whoever asked to be left in peace', () => {
  it.each(['stays', 'from'])(
    'by the entry that %s, is so by both addresses; undone, each is as it was',
    async (who) => {
      const [stays, from] = [await life.rejected(), await life.rejected()];
      const [said, open] = who === 'stays' ? [stays, from] : [from, stays];
      await life.does('PATCH', path(said.contactId), { doNotContact: true });
      expect(await merge(stays, from)).toMatchObject({ doNotContact: true });
      expect([await isMarked(stays.address), await isMarked(from.address)]).toEqual([true, true]);
      expect((await life.letters(stays)).concat(await life.letters(from))).not.toContain('feedback_request waiting');
      await unmerge(stays, from);
      expect([await person(said.contactId), await person(open.contactId)]).toMatchObject([
        { doNotContact: true },
        { doNotContact: false },
      ]);
      expect([await isMarked(said.address), await isMarked(open.address)]).toEqual([true, false]);
    },
  );

  it('while they were one, is so as both', async () => {
    const [stays, from] = [await life.applied(), await life.applied()];
    await merge(stays, from);
    await life.does('PATCH', path(stays.contactId), { doNotContact: true });
    await unmerge(stays, from);
    expect([await person(stays.contactId), await person(from.contactId)]).toMatchObject([
      { doNotContact: true },
      { doNotContact: true },
    ]);
  });
});

describe('it is refused', () => {
  const refused = (id: string | null, from: unknown, verb = '/merge') => life.refused('POST', path(id, verb), { from });

  it('with itself, with nobody, with one that is deleted, of what is not one, and a second time', async () => {
    const [stays, from, gone] = [await life.applied(), await life.applied(), await life.applied()];
    await life.does('DELETE', `/applications/${gone.id}`);
    await life.does('DELETE', path(gone.contactId));
    expect(await refused(stays.contactId, stays.contactId)).toBe('422 merge_with_itself');
    expect(await refused(stays.contactId, stays.contactId!.toUpperCase())).toBe('422 merge_with_itself');
    expect(await refused(stays.contactId, randomUUID())).toBe('422 merge_with_nobody');
    expect(await refused(stays.contactId, gone.contactId)).toBe('422 merge_with_nobody');
    expect(await refused(gone.contactId, stays.contactId)).toBe('404 not_found');
    expect(await refused(stays.contactId, from.contactId, '/unmerge')).toBe('409 not_merged');
    await merge(stays, from);
    expect(await refused(stays.contactId, from.contactId)).toBe('422 merge_with_nobody');
    expect(await life.refused('POST', path(from.contactId, '/restore'))).toBe('409 contact_merged');
    const { data } = await life.house.api.expect<{ data: { id: string }[] }>('GET', '/contacts?deleted=true&limit=100');
    expect(data.map(({ id }) => id)).not.toContain(from.contactId);
  });

  it('while a letter is being sent, and after 30 days', async () => {
    const [stays, from] = [await life.rejected(), await life.rejected()];
    const letter = await life.letter(from);
    await life.house.db.query(
      `update follow_ups set state = 'sending', lease_token = gen_random_uuid(), lease_until = now() + interval '1 hour',
         phase = 'data' where id = $1`,
      [letter.id],
    );
    expect(await refused(stays.contactId, from.contactId)).toBe('409 merge_while_sending');
    expect((await person(from.contactId)).id).toBe(from.contactId);
    const [one, other] = [await life.applied(), await life.applied()];
    await merge(one, other);
    await life.house.db.query(`update contact_merges set undo_until = now() where contact_id = $1`, [one.contactId]);
    expect(await refused(one.contactId, other.contactId, '/unmerge')).toBe('409 merged_for_good');
  });
});
