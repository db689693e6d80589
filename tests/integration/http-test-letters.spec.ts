import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { eventually } from '../support/eventually.js';
import { type FollowUp, House } from '../support/house.js';

jest.setTimeout(120_000);

interface Test {
  id: string;
  followUpId: string;
  to: string;
  state: string;
  why: string | null;
  endedAt: string | null;
}
interface Letter {
  subject: string;
  text: string;
  html: string;
  lastTest: Test | null;
}

const DANA = { name: 'Dana Ito', email: 'dana@northwind.example', role: 'recruiter' };
const ME = 'olena@example.org';

describe('a test letter', () => {
  let house: House;
  let draft: FollowUp;
  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('PATCH', '/settings', { approval: 'review', reflection: { delay: 'P1D' } });
    const { id } = await house.apply({
      companyName: 'Northwind',
      title: 'Engineer',
      stage: 'interview',
      contact: DANA,
    });
    await house.api.expect('POST', `/applications/${id}/rejection`, { messageId: '<no@northwind.example>' });
    draft = await house.followUp(id, 'feedback_request', 'draft');
  });
  afterAll(() => house.close());

  const ask = (id = draft.id) => house.api.request<Test & { code: string }>('POST', `/follow-ups/${id}/test`);
  const letter = () => house.api.expect<Letter>('GET', `/follow-ups/${draft.id}/letter`);
  const ended = () =>
    eventually(
      async () => {
        const { lastTest } = await letter();
        return lastTest?.endedAt ? lastTest : null;
      },
      { what: 'the end of the test' },
    );

  it('is the same letter to oneself, and nothing else happens', async () => {
    const shown = await letter();
    expect(shown.lastTest).toBeNull();
    const before = await house.db.query('select * from follow_ups order by id');
    const events = await house.db.query('select count(*) from events');
    const { status, body } = await ask();
    expect(status).toBe(202);
    expect(body).toMatchObject({ followUpId: draft.id, to: ME, state: 'waiting', why: null });
    expect(await ended()).toMatchObject({ id: body.id, state: 'sent' });
    const [mail] = house.mailTo(ME);
    const parsed = await simpleParser(mail!.raw, { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true });
    expect(parsed.subject).toBe(`[Test] ${shown.subject}`);
    expect(parsed.text?.trimEnd()).toBe(shown.text.trimEnd());
    expect(parsed.html).toBe(shown.html);
    expect(parsed.inReplyTo).toBeUndefined();
    expect(house.mailTo(DANA.email)).toEqual([]);
    expect(await house.db.query('select * from follow_ups order by id')).toEqual(before);
    expect(await house.db.query('select count(*) from events')).toEqual(events);
    expect(await house.db.query('select 1 from follow_up_attempts')).toEqual([]);
    expect(await house.db.query('select 1 from touches where follow_up_id is not null')).toEqual([]);
  });

  it('says why it did not go, and counts against nobody', async () => {
    house.smtp.next({ at: 'rcpt', do: 'answer', reply: '550 5.1.1 no such user' });
    await ask();
    expect(await ended()).toMatchObject({ state: 'failed', why: expect.stringContaining('no such user') });
    expect(await house.db.query('select 1 from mail_accounts where refused_at is not null')).toEqual([]);
  });

  it('waits while the database is the trouble, whose cause is in the log', async () => {
    await house.db.query('revoke select on companies from rekindle_worker');
    const from = house.worker.output.length;
    const { body } = await ask();
    const said = () => house.worker.output.slice(from);
    await eventually(() => /permission denied for table companies/.test(said()), { what: 'the cause', within: 20_000 });
    await house.db.query('grant select on companies to rekindle_worker');
    expect(await ended()).toMatchObject({ id: body.id, state: 'sent' });
    expect(said()).not.toMatch(/current transaction is aborted/);
    await house.db.query(`update test_letters set created_at = created_at - interval '61 minutes' where id = $1`, [
      body.id,
    ]);
  });

  it('goes after its worker was killed in the middle', async () => {
    house.smtp.always({ at: 'final-dot', do: 'hang' });
    const { body } = await ask();
    await eventually(
      async () =>
        (await house.db.query(`select 1 from test_letters where id = $1 and state = 'sending'`, [body.id]))[0],
      { what: 'the test being sent' },
    );
    await house.worker.kill();
    house.smtp.always(null);
    await house.restartWorker();
    expect(await ended()).toMatchObject({ id: body.id, state: 'sent' });
  });

  it('is a letter, and not a reminder', async () => {
    const page = await house.api.expect<{ data: FollowUp[] }>('GET', '/follow-ups?audience=candidate');
    expect(await ask(page.data[0]!.id)).toMatchObject({ status: 409, body: { code: 'not_a_letter' } });
  });

  it('goes five times an hour at the most', async () => {
    await ask();
    await ask();
    expect(await ask()).toMatchObject({ status: 429, body: { code: 'too_many_tests' } });
    await house.db.query(`update test_letters set created_at = created_at - interval '61 minutes'`);
    expect((await ask()).status).toBe(202);
  });

  it('needs an address of one’s own', async () => {
    await house.api.expect('PATCH', '/me', { email: null });
    await house.db.query('delete from test_letters');
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'sender_missing' } });
    expect(await house.db.query('select 1 from test_letters')).toEqual([]);
  });
});
