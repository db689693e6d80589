import { OWNER_ID } from '@app/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

const CONTACTS = '/api/v1/contacts';

describe('an address is known', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  afterAll(() => api.stop());

  const record = (email: string, fields: object = {}): Promise<Answer> =>
    api.call('POST', CONTACTS, { name: 'Somebody', email, ...fields });
  const change = (id: string, patch: object) => api.call('PATCH', `${CONTACTS}/${id}`, patch);
  const remove = (id: string) => api.call('DELETE', `${CONTACTS}/${id}`);
  const isOptedOut = async (email: string) => {
    const { id, body } = await record(email);
    await remove(id);
    return body?.doNotContact;
  };
  const isMarked = async (key: string) =>
    (
      await api.db.query(
        `select 1 from address_marks where kind = 'opted_out' and address_hash = address_hash($1, $2)`,
        [OWNER_ID, key],
      )
    ).length > 0;
  const bounce = (key: string) =>
    api.db.query(
      `insert into address_marks (candidate_id, address_hash, kind, at) values ($1, address_hash($1, $2), 'dead', $3)`,
      [OWNER_ID, key, '2026-02-03T10:00:00Z'],
    );

  it('to have opted out, whoever is recorded with it, until they take that back', async () => {
    const { id } = await record('stop@quiet.example', { doNotContact: true });
    await remove(id);
    const anew = await record('STOP@quiet.example');
    expect(anew.body).toMatchObject({ doNotContact: true });
    expect((await record('stop@quiet.example')).status).toBe(409);
    expect((await change(anew.id, { doNotContact: false })).body).toMatchObject({ doNotContact: false });
    await remove(anew.id);
    expect(await isOptedOut('stop@quiet.example')).toBe(false);
  });

  it('also where it is recorded with an application', async () => {
    await record('by-application@quiet.example', { doNotContact: true }).then(({ id }) => remove(id));
    const { body } = await api.call('POST', '/api/v1/applications', {
      companyName: 'Quiet',
      title: 'Engineer',
      contact: { name: 'Again', email: 'by-application@quiet.example' },
    });
    const contact = await api.call('GET', `${CONTACTS}/${body?.contactId}`);
    expect(contact.body).toMatchObject({ name: 'Again', doNotContact: true });
  });

  it('to have opted out with the person who has it, under every address they had', async () => {
    const { id } = await record('first@many.example');
    await change(id, { email: 'second@many.example' });
    await change(id, { doNotContact: true });
    await change(id, { email: 'third@many.example' });
    await remove(id);
    const marked = () => Promise.all(['first', 'second', 'third'].map((which) => isMarked(`${which}@many.example`)));
    expect(await marked()).toEqual([true, true, true]);
    await api.call('POST', `${CONTACTS}/${id}/restore`);
    await change(id, { doNotContact: false });
    expect(await marked()).toEqual([false, false, false]);
  });

  it.each(['there', 'deleted'])(
    'to have opted out of somebody else, who is %s, whoever takes it back',
    async (where) => {
      const email = `twice.${where}@quiet.example`;
      const former = await record(email);
      await change(former.id, { email: `moved.${where}@quiet.example` });
      await change(former.id, { doNotContact: true });
      const other = await record(email, { doNotContact: true });
      if (where === 'deleted') await remove(other.id);
      await change(former.id, { doNotContact: false });
      if (where === 'there') await remove(other.id);
      expect(await isOptedOut(email)).toBe(true);
    },
  );

  it('to be free once that was said of whoever is there, also after the former one is changed or restored', async () => {
    const former = await record('free@quiet.example');
    await change(former.id, { email: 'not.free@quiet.example' });
    await change(former.id, { doNotContact: true });
    const { id } = await record('free@quiet.example');
    await change(id, { doNotContact: false });
    await change(former.id, { notes: 'Still not.' });
    await remove(former.id);
    await api.call('POST', `${CONTACTS}/${former.id}/restore`);
    await remove(id);
    expect(await isMarked('free@quiet.example')).toBe(false);
    expect(await isMarked('not.free@quiet.example')).toBe(true);
  });

  it('to have opted out when somebody moves to it, and that is a fact', async () => {
    await record('taken@quiet.example', { doNotContact: true }).then(({ id }) => remove(id));
    const { id } = await record('mover@quiet.example');
    const moved = await change(id, { email: 'taken@quiet.example', doNotContact: false });
    expect(moved.body).toMatchObject({ email: 'taken@quiet.example', doNotContact: true });
    const facts = await api.db.query('select type, data from events where contact_id = $1 order by id', [id]);
    expect(facts.slice(1)).toEqual([
      { type: 'contact.opted_out.v1', data: { contactId: id } },
      { type: 'contact.changed.v1', data: { contactId: id, fields: ['email'] } },
    ]);
  });

  it('to have opted out again when the contact that did is restored', async () => {
    const one = await record('shared@quiet.example', { doNotContact: true });
    await remove(one.id);
    const other = await record('shared@quiet.example');
    await change(other.id, { doNotContact: false });
    await remove(other.id);
    expect(await isOptedOut('shared@quiet.example')).toBe(false);
    await api.call('POST', `${CONTACTS}/${one.id}/restore`);
    await remove(one.id);
    expect(await isOptedOut('shared@quiet.example')).toBe(true);
  });

  it('to be dead, also when a contact comes back to it', async () => {
    await bounce('gone@dead.example');
    const dead = { bouncedAt: '2026-02-03T10:00:00.000Z' };
    const { id, body } = await record('Gone@dead.example');
    expect(body).toMatchObject(dead);
    expect((await change(id, { email: 'alive@dead.example' })).body).toMatchObject({ bouncedAt: null });
    expect((await change(id, { email: 'gone@dead.example' })).body).toMatchObject(dead);
    expect((await change(id, { email: null })).body).toMatchObject({ bouncedAt: null });
  });

  it.each([
    ['says so', () => ({ bouncedAt: null })],
    ['writes it again', (email: string) => ({ email })],
    ['writes it in other letters', (email: string) => ({ email: email.toUpperCase() })],
  ])('to take mail again once the candidate %s, for everybody, and that is a fact', async (said, patch) => {
    const email = `${said.replaceAll(' ', '.')}@heals.example`;
    await bounce(email);
    const { id, body } = await record(email);
    expect(body).toMatchObject({ bouncedAt: '2026-02-03T10:00:00.000Z' });
    expect((await change(id, patch(email))).body).toMatchObject({ bouncedAt: null });
    const facts = await api.db.query('select type, data from events where contact_id = $1 order by id', [id]);
    expect(facts.at(-1)).toMatchObject({ type: 'contact.changed.v1', data: { contactId: id } });
    await change(id, { email: 'elsewhere.' + email });
    expect((await change(id, { email })).body).toMatchObject({ bouncedAt: null });
    await remove(id);
    expect((await record(email)).body).toMatchObject({ bouncedAt: null });
  });

  it('to be dead is no word of the candidate’s', async () => {
    const { id } = await record('fine@heals.example');
    expect((await change(id, { bouncedAt: '2026-02-03T10:00:00Z' })).status).toBe(422);
    expect((await change(id, { bouncedAt: null })).body).toMatchObject({ bouncedAt: null });
    const facts = await api.db.query('select 1 from events where contact_id = $1', [id]);
    expect(facts).toHaveLength(1);
  });

  it('to be dead when the contact is restored', async () => {
    const { id } = await record('later@dead.example');
    await remove(id);
    await bounce('later@dead.example');
    const back = await api.call('POST', `${CONTACTS}/${id}/restore`);
    expect(back.body).toMatchObject({ bouncedAt: '2026-02-03T10:00:00.000Z' });
  });

  it('among the former ones of its contact, once, and the present one is not', async () => {
    const { id } = await record('a@former.example');
    const keys = async () =>
      (await api.db.query('select former_keys as keys from contacts where id = $1', [id]))[0]?.keys;
    await change(id, { email: 'B@former.example' });
    expect(await keys()).toEqual(['a@former.example']);
    await change(id, { email: null });
    expect(await keys()).toEqual(['a@former.example', 'b@former.example']);
    await change(id, { email: 'A@former.example' });
    expect(await keys()).toEqual(['b@former.example']);
    await change(id, { email: 'a@former.example' });
    expect(await keys()).toEqual(['b@former.example']);
  });

  it('to its candidate alone', async () => {
    await record('private@quiet.example', { doNotContact: true });
    const { authorization } = await api.addStranger();
    const theirs = { name: 'Theirs', email: 'private@quiet.example' };
    const answer = await api.call('POST', CONTACTS, theirs, { authorization });
    expect(answer.body).toMatchObject({ doNotContact: false });
  });

  it('by its hash and not by its letters', async () => {
    const rows = await api.db.query<{ row: string }>(`select address_marks::text as row from address_marks`);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter(({ row }) => row.includes('example'))).toEqual([]);
  });
});
