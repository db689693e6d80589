import { Database } from '@app/database';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { aLetter } from '../support/a-follow-up.js';
import { eventually } from '../support/eventually.js';
import { type FollowUp, House } from '../support/house.js';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

jest.setTimeout(120_000);

interface Mailbox {
  name: string;
  address: string | null;
}
interface Letter {
  followUpId: string;
  from: Mailbox;
  to: Mailbox;
  replyTo: Mailbox;
  subject: string;
  text: string;
  html: string;
  thread: { inReplyTo: string; references: string[] } | null;
  messageId: string | null;
  when: string | null;
  isFixed: boolean;
  missing: string[];
}

const SITE = { PUBLIC_URL: 'https://rekindle.example' };
const DANA = { name: 'Dana Ito', email: 'dana@northwind.example', role: 'recruiter' };

async function read(raw: Buffer) {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true });
  const boxes = [mail.from, mail.to].flat().flatMap((list) => list!.value);
  const [from, to] = boxes.map(({ name, address }) => ({ name, address }));
  const thread = mail.inReplyTo ? { inReplyTo: mail.inReplyTo, references: [mail.references].flat() } : null;
  return { from, to, subject: mail.subject, text: mail.text?.trimEnd(), html: mail.html, thread };
}

describe('a letter', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open(undefined, SITE, SITE);
    await house.api.expect('PATCH', '/settings', { approval: 'review', reflection: { delay: 'P1D' } });
  });
  afterAll(() => house.close());

  const letterOf = (id: string) => house.api.expect<Letter>('GET', `/follow-ups/${id}/letter`);
  const shownAs = ({ from, to, subject, text, html, thread }: Letter) => {
    const trimmed = { text: text.trimEnd(), html: html.replaceAll(/\r\n/g, '\n') };
    return { from, to, subject, ...trimmed, thread };
  };
  async function rejected(rejection: object): Promise<FollowUp> {
    const { id } = await house.apply({
      companyName: 'Northwind',
      title: 'Engineer',
      stage: 'interview',
      contact: DANA,
    });
    await house.api.expect('POST', `/applications/${id}/rejection`, rejection);
    return house.followUp(id, 'feedback_request', 'draft');
  }

  it('is shown as it will go, and goes as it was shown', async () => {
    const draft = await rejected({ messageId: '<no-7@northwind.example>', subject: 'Your application' });
    const before = await letterOf(draft.id);
    expect(before).toMatchObject({
      followUpId: draft.id,
      from: { name: 'Olena Koval', address: 'olena@example.org' },
      to: { name: 'Dana Ito', address: 'dana@northwind.example' },
      replyTo: { name: 'Olena Koval', address: 'olena@example.org' },
      subject: 'Re: Your application',
      thread: { inReplyTo: '<no-7@northwind.example>', references: ['<no-7@northwind.example>'] },
      messageId: null,
      isFixed: false,
      missing: [],
    });
    expect(before.text).toContain('Hello');
    expect(before.html).toContain('<p dir="auto">');

    await house.api.expect('POST', `/follow-ups/${draft.id}/approve`);
    await house.makeDue(draft.id);
    const [mail] = await eventually(() => house.mailTo(DANA.email), { what: 'the letter' });
    expect(await read(mail!.raw)).toEqual(shownAs(before));

    const sent = await eventually(
      async () => {
        const one = await house.api.expect<FollowUp & { sentAt: string }>('GET', `/follow-ups/${draft.id}`);
        return one.state === 'sent' ? one : null;
      },
      { what: 'the letter being sent' },
    );
    await house.api.expect('PATCH', '/me', { name: 'Somebody Else' });
    const after = await letterOf(draft.id);
    expect(after).toMatchObject({ isFixed: true, when: sent.sentAt });
    expect(after.messageId).toContain(draft.id);
    expect(await read(mail!.raw)).toEqual(shownAs(after));
    await house.api.expect('PATCH', '/me', { name: 'Olena Koval' });
  });

  it('to the candidate is the reminder as it comes', async () => {
    const [reflection] = (
      await house.api.expect<{ data: FollowUp[] }>('GET', '/follow-ups?kind=reflection&state=waiting')
    ).data;
    const before = await letterOf(reflection!.id);
    expect(before).toMatchObject({ from: { name: 'Rekindle' }, to: { address: 'olena@example.org' }, thread: null });
    expect(before.when).toBe(reflection!.dueAt);
    await house.makeDue(reflection!.id);
    const [mail] = await eventually(() => house.mailTo('olena@example.org'), { what: 'the reminder' });
    expect(await read(mail!.raw)).toEqual(shownAs(before));
  });
});

describe('a letter that nobody could get yet', () => {
  let api: ApplicationsApi;
  beforeAll(async () => {
    api = await startApplicationsApi();
  });
  afterAll(() => api.stop());

  it('that a server may have is shown as it was, whatever the address is now', async () => {
    const database = await Database.connect(api.db.ownerUrl, { name: 'test', poolSize: 1 });
    const mime = Buffer.from(
      'From: olena@example.org\r\nTo: before@example.org\r\nSubject: One question\r\n\r\nHello.\r\n',
    );
    const { id } = await aLetter(database, { state: 'unconfirmed', mime, recipient: 'before@example.org' });
    await database.close();
    expect((await api.call('GET', `/api/v1/follow-ups/${id}/letter`)).body).toMatchObject({
      to: { address: 'before@example.org' },
      subject: 'One question',
      isFixed: true,
      missing: [],
    });
  });

  it('says what is missing, and is not shown to anybody else', async () => {
    const { authorization, id: stranger } = await api.addStranger();
    await api.db.query('update candidates set name = null, email = null where id = $1', [stranger]);
    const [row] = await api.db.query<{ id: string }>(
      `insert into follow_ups (id, candidate_id, kind, audience, state, due_at, since, why_code)
       values (gen_random_uuid(), $1, 'thank_you', 'contact', 'draft', now() - interval '1 hour', now(), 'thanks') returning id`,
      [stranger],
    );
    const path = `/api/v1/follow-ups/${row!.id}/letter`;
    const { status, body } = await api.call('GET', path, undefined, { authorization });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      from: { name: '', address: null },
      to: { name: '', address: null },
      when: null,
      missing: ['sender_name', 'sender_address', 'recipient_address'],
    });
    expect((await api.call('GET', path)).status).toBe(404);
  });
});
