import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AT_ONCE } from '../support/arrange.js';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';

jest.setTimeout(120_000);

interface Recorded {
  id: string;
  companyId: string;
  vacancyId: string;
  contactId: string;
}

describe('30 days after it was deleted', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('POST', '/webhook-endpoints', { url: house.receiver.url });
  });
  afterAll(() => house.close());

  const recorded = (word: string, companyName = `${word} GmbH`): Promise<Recorded> =>
    house.api.expect('POST', '/applications', {
      companyName,
      title: `${word}-Engineer`,
      location: `${word}-Town`,
      url: `https://jobs.example/${word}`,
      requirements: `Knows ${word} well.`,
      contact: { name: `${word} Ferro`, email: `${word.toLowerCase()}@person.example` },
    });
  const remove = (path: string) => house.api.expect('DELETE', `/${path}`);
  const removeAll = async ({ id, contactId, companyId }: Recorded) => {
    await remove(`applications/${id}`);
    await remove(`contacts/${contactId}`);
    await remove(`companies/${companyId}`);
  };
  /** Everything that was deleted so far, as the hour would have it; `only` some subjects. */
  const daysLater = async (...ids: string[]) => {
    await eventually(async () => (await house.db.query('select 1 from outbox')).length === 0, {
      what: 'an empty outbox',
    });
    await house.db.query(`update deletions set purge_at = now() where subject_id = any($1)`, [ids]);
    // Nobody has looked at the pages of what was deleted since.
    await house.db.query(
      `update boards b set next_sweep_at = null, last_sweep_at = now() - interval '31 days'
       where not exists (select from watches w where w.board_id = b.id and not w.paused)`,
    );
    await house.restartWorker();
  };
  const exists = async (table: string, id: string) =>
    (await house.db.query(`select 1 from ${table} where id = $1`, [id])).length > 0;
  const isGone = (table: string, id: string) =>
    eventually(async () => !(await exists(table, id)), { what: `${id} being gone from ${table}` });
  const tables = async () => {
    const rows = await house.db.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('public', 'bullmq')`,
    );
    return rows.map(({ name }) => name);
  };
  /** Every row of every table that holds the word, bytes of frozen mails included. */
  const rowsWith = async (word: string): Promise<string[]> => {
    const found: string[] = [];
    for (const table of await tables()) {
      const rows = await house.db.query<{ row: string }>(
        `select t::text as row from ${table} t
         where t::text ilike $1 or t::text ilike '%' || encode(convert_to($2, 'UTF8'), 'hex') || '%'`,
        [`%${word}%`, word],
      );
      found.push(...rows.map(({ row }) => `${table}: ${row.slice(0, 300)}`));
    }
    return found;
  };
  const markOf = async (email: string) =>
    house.db.query(
      `select kind, at, kept_until as until from address_marks, candidates c
       where candidate_id = c.id and address_hash = address_hash(c.id, $1) order by kind`,
      [email],
    );

  it('nothing is left of it but the types and ids of its events', async () => {
    const one = await recorded('Zorblax');
    await house.api.expect('POST', `/contacts/${one.contactId}/touches`, { kind: 'call', text: 'Zorblax rang.' });
    await house.api.expect('PATCH', `/contacts/${one.contactId}`, { notes: 'Zorblax likes tea.', tags: ['Zorblax'] });
    await house.api.expect('POST', `/applications/${one.id}/rejection`, {
      stage: 'interview',
      reason: { category: 'experience', words: 'Too little Zorblax.' },
      subject: 'Zorblax: your application',
      messageId: '<1@zorblax.example>',
    });
    await house.api.expect('POST', `/vacancies/${one.vacancyId}/observations`, {
      status: 'closed',
      url: 'https://jobs.example/Zorblax',
    });
    await house.followUp(one.id, 'thank_you', 'sent');
    const reflection = await house.followUp(one.id, 'reflection', 'waiting');
    await house.api.expect('POST', `/follow-ups/${reflection.id}/send-now`);
    await house.followUp(one.id, 'reflection', 'sent');
    const before = await house.db.query<{ id: string; type: string }>('select id, type from events order by id');
    const [board] = await house.db.query<{ id: string }>('select id from boards');
    expect((await rowsWith('zorblax')).map((row) => row.split(':')[0])).toContain('public.boards');
    await removeAll(one);
    await daysLater(one.id, one.contactId, one.companyId);
    await isGone('companies', one.companyId);
    await isGone('boards', board!.id);
    expect(await rowsWith('zorblax')).toEqual([]);
    expect(await house.db.query('select 1 from follow_ups')).toEqual([]);
    expect(await house.db.query('select 1 from touches')).toEqual([]);
    expect(await house.db.query('select 1 from deletions')).toEqual([]);
    const after = await house.db.query<{ id: string; type: string; data: object }>(
      'select id, type, data from events order by id',
    );
    expect(after.slice(0, before.length).map(({ id, type }) => ({ id, type }))).toEqual(before);
    const rejected = after.find(({ type }) => type === 'application.rejected.v1');
    expect(rejected?.data).toEqual({
      applicationId: one.id,
      rejectionId: expect.any(String),
      companyId: one.companyId,
      vacancyId: one.vacancyId,
      contactId: one.contactId,
    });
  });

  it('a letter that went stays with its contact, without its application', async () => {
    const one = await recorded('Quillon');
    await house.api.expect('POST', `/applications/${one.id}/rejection`, { stage: 'interview' });
    const letter = await house.followUp(one.id, 'feedback_request', 'sent');
    await remove(`applications/${one.id}`);
    await daysLater(one.id);
    await isGone('applications', one.id);
    expect(await exists('vacancies', one.vacancyId)).toBe(false);
    expect(await exists('companies', one.companyId)).toBe(true);
    const { data } = await house.api.expect<{ data: object[] }>('GET', `/follow-ups?contactId=${one.contactId}`);
    expect(data.filter((row) => 'kind' in row && row.kind === 'feedback_request')).toEqual([
      expect.objectContaining({ id: letter.id, state: 'sent', applicationId: null, body: letter.body }),
    ]);
    expect(data.filter((row) => 'applicationId' in row && row.applicationId !== null)).toEqual([]);
    const [kept] = data as { ledger: { what: string }[] }[];
    expect(kept!.ledger.length).toBeGreaterThan(0);
  });

  it('its vacancy stays while another application is for it, also a deleted one', async () => {
    const one = await recorded('Twofold');
    const other = await recorded('Twofold');
    expect(other.vacancyId).toBe(one.vacancyId);
    await remove(`applications/${one.id}`);
    await remove(`applications/${other.id}`);
    await daysLater(one.id);
    await isGone('applications', one.id);
    expect(await exists('vacancies', one.vacancyId)).toBe(true);
    await house.api.expect('POST', `/applications/${other.id}/restore`);
    expect(await house.api.expect('GET', `/applications/${other.id}`)).toMatchObject({ title: 'Twofold-Engineer' });
  });

  it('a contact waits for the application that names them, and a company for both', async () => {
    const one = await recorded('Patience');
    await removeAll(one);
    await daysLater(one.contactId, one.companyId);
    await eventually(
      async () => {
        const rows = await house.db.query('select 1 from deletions where subject_id = any($1) and purge_at > now()', [
          [one.contactId, one.companyId],
        ]);
        return rows.length === 2;
      },
      { what: 'both being put off' },
    );
    expect(await exists('contacts', one.contactId)).toBe(true);
    await house.api.expect('POST', `/applications/${one.id}/restore`);
    expect(await house.api.expect('GET', `/contacts/${one.contactId}`)).toMatchObject({ name: 'Patience Ferro' });
    expect(await house.db.query('select 1 from deletions where subject_id = $1', [one.contactId])).toEqual([]);
  });

  it('what was restored stays, and what is gone cannot be restored', async () => {
    const one = await recorded('Lazarus');
    await remove(`applications/${one.id}`);
    await house.api.expect('POST', `/applications/${one.id}/restore`);
    await remove(`applications/${one.id}`);
    await daysLater(one.id);
    await isGone('applications', one.id);
    const answer = await house.api.request('POST', `/applications/${one.id}/restore`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('that somebody was written to is known as long as the gap lasts, by a hash, and holds the next letter there', async () => {
    await house.api.expect('PATCH', '/settings', { ...AT_ONCE, contactGap: 'P45D' });
    const one = await recorded('Remembered');
    await house.api.expect('POST', `/applications/${one.id}/rejection`, { stage: 'interview' });
    const { id } = await house.followUp(one.id, 'feedback_request', 'sent');
    await house.db.query(`update follow_ups set sent_at = now() - interval '31 days' where id = $1`, [id]);
    const [sent] = await house.db.query<{ at: Date }>('select sent_at as at from follow_ups where id = $1', [id]);
    await house.api.expect('PATCH', `/contacts/${one.contactId}`, { email: 'remembered.now@person.example' });
    await removeAll(one);
    await daysLater(one.id, one.contactId, one.companyId);
    await isGone('contacts', one.contactId);
    for (const email of ['remembered@person.example', 'remembered.now@person.example']) {
      expect(await markOf(email)).toEqual([{ kind: 'written', at: sent!.at, until: expect.any(Date) }]);
    }
    await isGone('companies', one.companyId);
    await eventually(async () => (await rowsWith('remembered')).length === 0, { what: 'nothing of it being left' });
    const next = await recorded('Remembered');
    await house.api.expect('POST', `/applications/${next.id}/rejection`, { stage: 'interview' });
    expect(await house.followUp(next.id, 'feedback_request', 'held')).toMatchObject({ heldWhy: 'contact_gap' });
    await house.db.query(`update address_marks set kept_until = now()`);
    await house.restartWorker();
    await eventually(async () => (await markOf('remembered@person.example')).length === 0, { what: 'no mark' });
  });

  it('an opt-out is known for good, and a letter that was answered is not', async () => {
    const one = await recorded('Silence');
    await house.api.expect('POST', `/applications/${one.id}/rejection`, { stage: 'interview' });
    await house.followUp(one.id, 'feedback_request', 'sent');
    await house.api.expect('POST', `/contacts/${one.contactId}/touches`, { kind: 'mail', direction: 'in' });
    await house.api.expect('PATCH', `/contacts/${one.contactId}`, { doNotContact: true });
    await removeAll(one);
    await daysLater(one.id, one.contactId, one.companyId);
    await isGone('contacts', one.contactId);
    expect(await markOf('silence@person.example')).toEqual([{ kind: 'opted_out', at: expect.any(Date), until: null }]);
    const anew = await house.api.expect('POST', '/contacts', { name: 'S', email: 'Silence@person.example' });
    expect(anew).toMatchObject({ doNotContact: true });
  });

  describe('a reminder that told of it beside others', () => {
    const remind = async (given: Record<string, string>) => {
      const row: Record<string, string | null> = { digest: null, mime: null, why: 'test', details: null, ...given };
      await house.db.query(
        `insert into follow_ups (id, candidate_id, application_id, kind, audience, state, due_at, since, why_code, why_facts, digest_id, mime,
           subject, body, details)
         select $1, id, $2, $3, 'candidate', $4, now() + interval '1 year', now(), 'as_written', jsonb_build_object('text', $5::text), $6, convert_to($7, 'UTF8'), 'Digest',
           'Your day', $8 from candidates`,
        [row.id, row.applicationId, row.kind, row.state, row.why, row.digest, row.mime, row.details],
      );
    };
    const row = async (id: string) =>
      (await house.db.query('select state, digest_id, mime from follow_ups where id = $1', [id]))[0];

    it.each([
      ['sent', 'stays without its mail', expect.any(String)],
      ['retrying', 'is made anew without it', null],
    ])('and is %s %s', async (state, _what, digest) => {
      const word = `Bundle${state}`;
      const [gone, stays] = [await recorded(word), await recorded(`Other${state}`)];
      const [leader, member] = [randomUUID(), randomUUID()];
      const bundled = { kind: 'streak', state, digest: leader };
      await remind({ ...bundled, id: leader, applicationId: stays.id, mime: `About ${word}-Engineer.` });
      await remind({ ...bundled, id: member, applicationId: gone.id });
      await removeAll(gone);
      await daysLater(gone.id, gone.contactId, gone.companyId);
      await isGone('companies', gone.companyId);
      expect(await row(member)).toBeUndefined();
      expect(await row(leader)).toEqual({ state, digest_id: digest, mime: null });
      expect((await rowsWith(word)).filter((found) => !found.startsWith('public.boards'))).toEqual([]);
    });

    it('by the name of its contact goes with them', async () => {
      const one = await recorded('Warmth');
      const id = randomUUID();
      const why = 'A new role appeared at Elsewhere, where Warmth Ferro is a warm contact.';
      const details = JSON.stringify({ companyId: one.companyId, announcements: [] });
      await remind({ id, kind: 'new_roles', state: 'sent', applicationId: one.id, why, details });
      await remove(`applications/${one.id}`);
      await daysLater(one.id);
      await isGone('applications', one.id);
      expect(await row(id)).toMatchObject({ state: 'sent' });
      await remove(`contacts/${one.contactId}`);
      await daysLater(one.contactId);
      await isGone('contacts', one.contactId);
      expect(await row(id)).toBeUndefined();
    });
  });
});
