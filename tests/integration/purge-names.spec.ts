/** A short name is a part of many words: who is gone leaves what names others as it was. */
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';

jest.setTimeout(90_000);

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const record = async (name: string) => (await house.api.expect<{ id: string }>('POST', '/contacts', { name })).id;

async function isPurged(id: string): Promise<void> {
  await house.api.expect('DELETE', `/contacts/${id}`);
  await house.settled();
  await house.db.query('update deletions set purge_at = now() where subject_id = $1', [id]);
  await house.restartWorker();
  await eventually(async () => (await house.db.query('select 1 from contacts where id = $1', [id])).length === 0, {
    what: 'the contact being gone',
  });
}

interface Reminder {
  kind: string;
  why?: string;
  body: string;
  contactId?: string;
  isEdited?: boolean;
}

async function remind({ kind, why = 'test', body, contactId, isEdited }: Reminder): Promise<string> {
  const id = randomUUID();
  await house.db.query(
    `insert into follow_ups (id, candidate_id, contact_id, kind, audience, state, due_at, since, why_code, why_facts, subject, body, edited_at)
     select $1, id, $2, $3, 'candidate', 'sent', now(), now(), 'as_written', jsonb_build_object('text', $4::text), 'Word', $5, case when $6 then now() end from candidates`,
    [id, contactId ?? null, kind, why, body, isEdited ?? false],
  );
  return id;
}

const bodies = (ids: string[]) =>
  Promise.all(
    ids.map(async (id) => {
      const [row] = await house.db.query<{ body: string | null }>('select body from follow_ups where id = $1', [id]);
      return row && row.body;
    }),
  );

it('the words that name them go, and those that only hold the letters stay', async () => {
  const [al, alma] = [await record('Al'), await record('Alma Reyes')];
  const rows = [
    await remind({ kind: 'check_in', body: 'Also say hello to Alma Reyes.' }),
    await remind({ kind: 'new_roles', why: 'New roles, where Alma Reyes is a warm contact.', body: 'Also two.' }),
    await remind({ kind: 'check_in', body: 'My own words to Alma, whom Al knows.', contactId: alma, isEdited: true }),
    await remind({ kind: 'check_in', body: 'Say hello to Al.' }),
    await remind({ kind: 'new_roles', why: 'New roles, where Al is a warm contact.', body: 'Two.' }),
  ];
  await isPurged(al);
  expect(await bodies(rows)).toEqual([
    'Also say hello to Alma Reyes.',
    'Also two.',
    'My own words to Alma, whom Al knows.',
    null,
    undefined,
  ]);
});

it('the words about a namesake who is there stay', async () => {
  const [gone, there] = [await record('Dana Ito'), await record('Dana Ito')];
  const rows = [
    await remind({ kind: 'check_in', body: 'Say hello to Dana Ito.', contactId: there }),
    await remind({ kind: 'check_in', body: 'Dana Ito was in it.' }),
  ];
  await isPurged(gone);
  expect(await bodies(rows)).toEqual(['Say hello to Dana Ito.', null]);
});
